import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { TenantDatabase } from '../database/tenant-database.js';
import { AllowAnonymous } from '../permissions/require-permission.decorator.js';
import { Metrics } from './metrics.js';

/** For whoever keeps the process running: is it alive, can it serve, how is it doing. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @AllowAnonymous()
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @AllowAnonymous()
  async ready(): Promise<{ status: string }> {
    try {
      await this.database.withoutTenant((tx) => tx.query('select 1'));
      return { status: 'ok' };
    } catch {
      throw new ServiceUnavailableException({ status: 'database-unreachable' });
    }
  }

  @Get('metrics')
  @AllowAnonymous()
  @Header('content-type', 'text/plain; version=0.0.4')
  async prometheus(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
