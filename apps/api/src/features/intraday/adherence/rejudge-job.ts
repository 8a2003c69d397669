/** The job that judges many days again; its subject is the excuse that changed them. */
export const REJUDGE_JOB = 'adherence-rejudge';
