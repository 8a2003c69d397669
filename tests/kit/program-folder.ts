import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlannerClient } from './planner-client.js';
import { freePort, RunningProgram } from './running-program.js';

const ROOT = join(__dirname, '..', '..');
const MAIN = join(ROOT, 'apps', 'api', 'dist', 'main.js');
const BANK = join(ROOT, 'docs', 'examples', 'bank');

const PASSWORD = 'correct horse battery staple';

/** One data folder and the programs a test file runs in it; all is gone afterwards, also when a test fails. */
export class ProgramFolder {
  readonly folder = mkdtempSync(join(tmpdir(), 'yotei-program-'));
  private readonly started: RunningProgram[] = [];

  async start(): Promise<RunningProgram> {
    const program = new RunningProgram(this.folder, await freePort());
    this.started.push(program);
    return program.running();
  }

  /** Creates a centre from the worked example's files, with accounts for its first agents; the planner is signed in. */
  async newCentre(program: RunningProgram, of: { agents: number; agentAccounts: number }): Promise<PlannerClient> {
    const agents = spawnSync(process.execPath, [join(BANK, 'make-agents.mjs'), String(of.agents)], {
      encoding: 'utf8',
    });
    const file = join(this.folder, 'agents.json');
    writeFileSync(file, agents.stdout);
    const planner = 'planner@bank.example';
    const ids = Array.from({ length: of.agentAccounts }, (_, i) => `agent-${String(i + 1).padStart(3, '0')}`);
    const made = spawnSync(
      process.execPath,
      [
        ...[MAIN, 'setup', '--name', 'Bank', '--email', planner, '--agents', file, '--rules', join(BANK, 'rules.json')],
        ...ids.flatMap((id) => ['--agent-email', `${id}=${id}@bank.example`]),
      ],
      {
        encoding: 'utf8',
        env: { ...process.env, YOTEI_DATA_DIR: this.folder, YOTEI_SETUP_PASSWORD: PASSWORD },
      },
    );
    if (made.status !== 0) throw new Error(`setup ended with ${made.status}: ${made.stderr}`);
    return PlannerClient.signIn(program.url, planner, PASSWORD);
  }

  async remove(): Promise<void> {
    for (const program of this.started) {
      await program.end();
      program.killLeftDatabase();
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
