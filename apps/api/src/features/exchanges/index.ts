export { ExchangesService } from './exchanges.service.js';
export { WorkOffersService } from './work-offers.service.js';
