import { Module } from '@nestjs/common';
import { AgentStatesService } from './agent-states.service.js';

/** Agent states and queue statistics from outside. */
@Module({ providers: [AgentStatesService], exports: [AgentStatesService] })
export class IngestModule {}
