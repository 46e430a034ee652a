import type { PlayStep, RolePlayDraft } from '@shared/domain/role-play/role-play.ts';
import { aRolePlay } from '../../unit/role-play/samples.ts';

/** The team lead Nadia at the hub's API: writes role-plays, and reads how they went. */
export class RolePlayAuthor {
  readonly #apiUrl: string;
  #token = '';

  private constructor(apiUrl: string) {
    this.#apiUrl = apiUrl;
  }

  static async signIn(apiUrl: string): Promise<RolePlayAuthor> {
    const author = new RolePlayAuthor(apiUrl);
    const session = await author.ask('/v1/auth/sign-in', {
      login: 'nadia.ferrand',
      password: 'parlance-demo',
      deviceId: '0191c0de-0000-7000-8000-00000000d009',
    });
    author.#token = session.accessToken;
    return author;
  }

  /** Posts a body, or gets; answers what came. */
  async ask(path: string, body?: object) {
    const answer = await fetch(new URL(path, this.#apiUrl), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.json();
  }

  /** A role-play of Maison Kerdoual; answers its id. */
  async write(title: string, change: Partial<RolePlayDraft>): Promise<string> {
    const { id: _, version: __, updatedAt: ___, ...draft } = aRolePlay();
    return (await this.ask('/v1/role-plays', { ...draft, title, ...change })).id;
  }

  async series(title: string, rolePlayIds: readonly string[]): Promise<void> {
    const series = { brandId: 'kerdoual', title, rolePlayIds, passMark: 4 };
    await this.ask('/v1/role-play-series', series);
  }

  /** Newest first. */
  async runs() {
    return (await this.ask('/v1/role-play-runs')).runs;
  }

  /** The report of this role-play; undefined while there is none. */
  async runOf(title: string) {
    return (await this.runs()).find((run: { title: string }) => run.title === title);
  }
}

/** Without a voice: shown to the trainee as long as it takes to say it. */
export const saying = (text: string): PlayStep => ({ kind: 'say', text, sound: null });
