import type { PlayStep, RolePlayDraft } from '@shared/domain/role-play/role-play.ts';
import { aRolePlay } from '../../unit/role-play/samples.ts';
import { ApiSession } from './api-session';

/** The team lead Nadia at the hub's API: writes role-plays, and reads how they went. */
export class RolePlayAuthor {
  readonly #session: ApiSession;

  private constructor(session: ApiSession) {
    this.#session = session;
  }

  static async signIn(apiUrl: string): Promise<RolePlayAuthor> {
    return new RolePlayAuthor(await ApiSession.signIn(apiUrl, 'nadia.ferrand'));
  }

  /** Posts a body, or gets; answers what came. */
  ask(path: string, body?: object) {
    return this.#session.ask(path, body);
  }

  /** A role-play of Maison Kerdoual; answers its id. */
  async write(title: string, change: Partial<RolePlayDraft>): Promise<string> {
    const { id: _, version: __, updatedAt: ___, ...draft } = aRolePlay();
    return (await this.#session.ask('/v1/role-plays', { ...draft, title, ...change })).id;
  }

  async series(title: string, rolePlayIds: readonly string[]): Promise<void> {
    const series = { brandId: 'kerdoual', title, rolePlayIds, passMark: 4 };
    await this.#session.ask('/v1/role-play-series', series);
  }

  /** Newest first. */
  async runs() {
    return (await this.#session.ask('/v1/role-play-runs')).runs;
  }

  /** The report of this role-play; undefined while there is none. */
  async runOf(title: string) {
    return (await this.runs()).find((run: { title: string }) => run.title === title);
  }
}

/** Without a voice: shown to the trainee as long as it takes to say it. */
export const saying = (text: string): PlayStep => ({ kind: 'say', text, sound: null });
