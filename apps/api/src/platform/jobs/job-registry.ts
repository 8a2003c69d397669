import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { JobDefinition } from './job-definition.js';

/** The kinds of job the features provide, found by their base class. */
@Injectable()
export class JobRegistry {
  private definitions: ReadonlyMap<string, JobDefinition> | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  find(kind: string): JobDefinition | null {
    return this.all().get(kind) ?? null;
  }

  private all(): ReadonlyMap<string, JobDefinition> {
    if (this.definitions) return this.definitions;
    const found = new Map<string, JobDefinition>();
    for (const { instance } of this.discovery.getProviders()) {
      if (!(instance instanceof JobDefinition)) continue;
      const twin = found.get(instance.kind);
      if (twin && twin !== instance)
        throw new Error(`job kind (${instance.kind}) must be defined once; rename one of them`);
      found.set(instance.kind, instance);
    }
    return (this.definitions = found);
  }
}
