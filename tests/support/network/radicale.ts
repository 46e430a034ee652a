import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type GuardedProcess, startGuarded } from '@scripts/processes/guarded-process';
import { CALENDARS } from '@scripts/system/package-groups';
import { ensureSystemPackages } from '@scripts/system/system-packages';
import { runFolder } from '../run-folder';
import { until } from '../until';
import { freePort } from './free-port';

export type RadicaleAccount = { readonly userName: string; readonly password: string };

const calendar = `<?xml version="1.0" encoding="utf-8"?>
<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>
<d:displayname>Agenda</d:displayname></d:prop></d:set></c:mkcalendar>`;

/** A real CalDAV server with one account and one calendar; what stands there is asked by plain HTTP. */
export class Radicale {
  readonly address: string;
  readonly #account: RadicaleAccount;
  readonly #start: () => GuardedProcess;
  #running: GuardedProcess | null = null;

  private constructor(port: number, account: RadicaleAccount, start: () => GuardedProcess) {
    this.address = `http://127.0.0.1:${port}/${account.userName}/agenda/`;
    this.#account = account;
    this.#start = start;
  }

  static async start(account: RadicaleAccount): Promise<Radicale> {
    // Where it is missing it is installed, or that is the failure: it is never passed over.
    await ensureSystemPackages([CALENDARS], () => undefined);
    const folder = runFolder('radicale');
    const port = await freePort();
    const users = path.join(folder, 'users');
    const store = path.join(folder, 'store');
    mkdirSync(store);
    writeFileSync(users, `${account.userName}:${account.password}\n`);
    const file = path.join(folder, 'config');
    const sections = [
      ['[server]', `hosts = 127.0.0.1:${port}`],
      ['[auth]', 'type = htpasswd', `htpasswd_filename = ${users}`, 'htpasswd_encryption = plain'],
      ['[rights]', 'type = owner_only'],
      ['[storage]', `filesystem_folder = ${store}`],
    ];
    writeFileSync(file, `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`);
    const output = openSync(path.join(folder, 'log'), 'w');
    const server = new Radicale(port, account, () =>
      startGuarded('radicale', ['--config', file], { output }),
    );
    await server.comeBack();
    const made = await server.#ask('MKCALENDAR', '', calendar);
    if (made.status !== 201) throw new Error(`no calendar: ${made.status}`);
    return server;
  }

  /** Away: what asks it is refused by the system. */
  async goAway(): Promise<void> {
    await this.#running?.stop();
    this.#running = null;
  }

  async comeBack(): Promise<void> {
    this.#running = this.#start();
    await until('the calendar server listens', () =>
      this.#ask('OPTIONS', '').then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
  }

  async put(name: string, text: string): Promise<void> {
    const { status } = await this.#ask('PUT', name, text);
    if (status !== 201) throw new Error(`not put: ${status}`);
  }

  /** Null: it does not stand there. */
  async read(name: string): Promise<string | null> {
    const answer = await this.#ask('GET', name);
    return answer.status === 404 ? null : answer.text();
  }

  #ask(method: string, name: string, body?: string): Promise<Response> {
    const { userName, password } = this.#account;
    const basic = Buffer.from(`${userName}:${password}`).toString('base64');
    return fetch(`${this.address}${encodeURIComponent(name)}`, {
      method,
      headers: {
        authorization: `Basic ${basic}`,
        'content-type': body?.startsWith('<') === true ? 'application/xml' : 'text/calendar',
      },
      ...(body === undefined ? {} : { body }),
    });
  }
}
