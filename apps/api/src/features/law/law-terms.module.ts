import { Module } from '@nestjs/common';
import { LawChoicesRepository } from './law-choices.repository.js';
import { LawTermsService } from './law-terms.service.js';

/** The law as rules, for whatever judges or plans; it needs nothing of other features. */
@Module({ providers: [LawChoicesRepository, LawTermsService], exports: [LawChoicesRepository, LawTermsService] })
export class LawTermsModule {}
