import { randomUUID } from 'node:crypto';

/** Somebody of the demo at the hub's API. */
export class ApiSession {
  readonly #apiUrl: string;
  #token = '';

  private constructor(apiUrl: string) {
    this.#apiUrl = apiUrl;
  }

  static async signIn(apiUrl: string, login: string): Promise<ApiSession> {
    const one = new ApiSession(apiUrl);
    const session = await one.ask('/v1/auth/sign-in', {
      login,
      password: 'parlance-demo',
      deviceId: randomUUID(),
    });
    one.#token = session.accessToken;
    return one;
  }

  /** Posts a body, or gets; answers what came, null where nothing did. */
  async ask(path: string, body?: object) {
    const answer = await fetch(new URL(path, this.#apiUrl), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.status === 204 ? null : answer.json();
  }
}
