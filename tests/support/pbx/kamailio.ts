import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { type GuardedProcess, startGuarded } from '@scripts/processes/guarded-process';
import { inProject } from '@scripts/project-root';
import { freePort } from '../network/free-port';
import { runFolder } from '../run-folder';
import { until } from '../until';

export type KamailioOptions = {
  readonly algorithm: 'MD5' | 'SHA-256';
  /** The password of every line. */
  readonly password: string;
};

/** A real registrar of another make: it asks for the digest that a test wants, and is always busy. */
export class Kamailio {
  readonly wsUrl: string;
  readonly #process: GuardedProcess;

  private constructor(port: number, running: GuardedProcess) {
    this.wsUrl = `ws://127.0.0.1:${port}/ws`;
    this.#process = running;
  }

  static async start({ algorithm, password }: KamailioOptions): Promise<Kamailio> {
    const folder = runFolder('kamailio');
    const port = await freePort();
    const values: Readonly<Record<string, string>> = {
      ALGORITHM: algorithm,
      PASSWORD: password,
      PORT: String(port),
    };
    const text = readFileSync(inProject('tests', 'lab', 'kamailio', 'kamailio.cfg'), 'utf8');
    const file = path.join(folder, 'kamailio.cfg');
    writeFileSync(
      file,
      text.replaceAll(/@([A-Z]+)@/g, (whole, key) => values[key] ?? whole),
    );
    mkdirSync(path.join(folder, 'run'));
    const output = openSync(path.join(folder, 'log'), 'w');
    const switches = ['-f', file, '-DD', '-E', '-m', '32', '-M', '4', '-Y', `${folder}/run`];
    const running = startGuarded('kamailio', switches, { output });
    const listens = (): Promise<boolean> =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.destroy();
          resolve(true);
        });
        socket.once('error', () => resolve(false));
      });
    await until(`the registrar in ${folder} listens`, listens);
    return new Kamailio(port, running);
  }

  async stop(): Promise<void> {
    await this.#process.stop();
  }
}
