import { Column, Entity, PrimaryColumn } from 'typeorm';

export type JobStateName = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

@Entity('jobs')
export class JobEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: string;
  @Column('text') state!: JobStateName;
  @Column('jsonb') input!: unknown;
  @Column('text', { name: 'input_sha256' }) inputSha256!: string;
  @Column('text', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Column('integer') seed!: number;
  @Column('text', { name: 'code_version' }) codeVersion!: string;
  @Column('double precision', { name: 'progress_fraction', nullable: true }) progressFraction!: number | null;
  @Column('jsonb', { nullable: true }) progress!: unknown;
  @Column('jsonb', { nullable: true }) result!: unknown;
  @Column('text', { name: 'error_code', nullable: true }) errorCode!: string | null;
  @Column('text', { name: 'correlation_id', nullable: true }) correlationId!: string | null;
  @Column('integer') attempts!: number;
  @Column('boolean', { name: 'cancel_requested' }) cancelRequested!: boolean;
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}
