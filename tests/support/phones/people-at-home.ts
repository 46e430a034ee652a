/** Everybody whom a campaign calls, played by sipp: what each does is told by the end of her number. */
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type GuardedProcess, startGuarded } from '@scripts/processes/guarded-process';
import { run } from '@scripts/processes/run';
import { inProject } from '@scripts/project-root';
import { runFolder } from '../run-folder';

export type Doing = 'busy' | 'machine' | 'hasty' | 'answers' | 'unknown' | 'nobody';

/** As in tests/lab/sipp/people.xml. */
export const doingOf = (number: string): Doing => {
  const end = Number(number.slice(-2));
  if (end < 12) return 'busy';
  if (end < 22) return 'machine';
  if (end < 27) return 'hasty';
  if (end < 70) return 'answers';
  return end === 99 ? 'unknown' : 'nobody';
};

const sound = async (file: string, effects: readonly string[]): Promise<void> => {
  const made = ['-n', '-r', '8000', '-c', '1', '-e', 'a-law', '-t', 'raw', file, ...effects];
  const { code, stderr } = await run('sox', made);
  if (code !== 0) throw new Error(`sox: ${stderr}`);
};

export class PeopleAtHome {
  readonly #messages: string;
  readonly #process: GuardedProcess;

  private constructor(messages: string, running: GuardedProcess) {
    this.#messages = messages;
    this.#process = running;
  }

  /** They take calls on the trunk's port. */
  static async start(port: number): Promise<PeopleAtHome> {
    const folder = runFolder('people');
    const within = (name: string): string => path.join(folder, name);
    // A person says a word and waits; a machine speaks on.
    await sound(within('person.al'), 'synth 0.45 sine 440 pad 0.1 1.2'.split(' '));
    await sound(within('machine.al'), 'synth 4 sine 440'.split(' '));
    const scenario = readFileSync(inProject('tests', 'lab', 'sipp', 'people.xml'), 'utf8')
      .replaceAll('person.wav', within('person.al'))
      .replaceAll('machine.wav', within('machine.al'));
    writeFileSync(within('people.xml'), scenario);
    const network = ['-i', '127.0.0.1', '-mi', '127.0.0.1', '-p', String(port)];
    const traces = ['-trace_shortmsg', '-shortmessage_file', within('messages.csv')];
    const errors = ['-trace_err', '-error_file', within('errors.log')];
    const args = ['-sf', within('people.xml'), ...network, ...traces, ...errors, '-nostdin'];
    const output = openSync(within('console.log'), 'a');
    const env = { ...process.env, TERM: 'dumb' };
    return new PeopleAtHome(within('messages.csv'), startGuarded('sipp', args, { output, env }));
  }

  /** Every number that rang here, as often as it rang. */
  rung(): readonly string[] {
    const lines = readFileSync(this.#messages, 'utf8').split('\n');
    return lines.flatMap((line) => /\bR\b.*INVITE sip:(\+?\d+)@/.exec(line)?.[1] ?? []);
  }

  async stop(): Promise<void> {
    await this.#process.stop();
  }
}
