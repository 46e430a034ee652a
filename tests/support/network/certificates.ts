import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '@scripts/processes/run';

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

async function openssl(...args: string[]): Promise<void> {
  const { code, stderr } = await run('openssl', args);
  if (code !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
}

/** A certificate authority of a company, that no system knows. */
export class Authority {
  /** Its certificate, as administrators hand it on. */
  readonly file: string;
  readonly #folder: string;
  readonly #key: string;

  private constructor(folder: string, name: string) {
    this.#folder = folder;
    this.file = path.join(folder, `${name}.pem`);
    this.#key = path.join(folder, `${name}.key`);
  }

  static async make(folder: string, name: string): Promise<Authority> {
    const authority = new Authority(folder, name);
    const files = ['-keyout', authority.#key, '-out', authority.file];
    const subject = ['-subj', `/CN=${name}`, '-days', '2'];
    await openssl('req', '-x509', ...KEY, ...subject, ...files);
    return authority;
  }

  /** A server's certificate with its key; `names` as in `IP:127.0.0.1` or `DNS:pbx.example`. */
  async issue(
    name: string,
    names: string,
    days = 2,
  ): Promise<{ readonly certificate: string; readonly key: string }> {
    const at = (ending: string): string => path.join(this.#folder, `${name}.${ending}`);
    const [request, key, certificate, extensions] = [at('csr'), at('key'), at('crt'), at('ext')];
    await openssl('req', ...KEY, '-subj', `/CN=${name}`, '-keyout', key, '-out', request);
    writeFileSync(extensions, `subjectAltName=${names}\nbasicConstraints=CA:FALSE\n`);
    const signing = ['-CA', this.file, '-CAkey', this.#key, '-CAcreateserial'];
    const terms = ['-days', String(days), '-extfile', extensions];
    await openssl('x509', '-req', '-in', request, ...signing, ...terms, '-out', certificate);
    return { certificate, key };
  }
}
