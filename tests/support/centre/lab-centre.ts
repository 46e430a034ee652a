/** The hub's view of a lab's switch, and real telephones on its lines and outside. */
import { AmiConnection } from '@api/pbx/ami/connection.ts';
import { AsteriskCentre } from '@api/pbx/asterisk-centre.ts';
import type { CentreListener, QueueEvent, QueueNow } from '@api/pbx/centre-port.ts';
import type { Asterisk } from '../pbx/asterisk';
import { MANAGER_SECRET } from '../pbx/pbx-settings';
import { BaresipPhone } from '../phones/baresip-phone';
import { until } from '../until';

export class LabCentre {
  readonly centre: AsteriskCentre;
  readonly events: QueueEvent[] = [];
  /** What it was told besides: when the switch went away, and came back. */
  readonly news: string[] = [];
  readonly #connection: AmiConnection;

  private constructor(pbx: Asterisk, host: { readonly port: number } | null) {
    const quiet = { info: () => undefined, warn: () => undefined };
    const port = host?.port ?? pbx.settings.managerPort;
    const account = { user: 'parlance', secret: MANAGER_SECRET };
    this.#connection = new AmiConnection({ host: '127.0.0.1', port, ...account }, quiet);
    this.centre = new AsteriskCentre(
      { lines: 'PJSIP/{line}', trunk: 'PJSIP/{number}@trunk', context: 'parlance' },
      { connection: this.#connection, now: Date.now, log: quiet },
    );
    const listener: CentreListener = {
      event: (event) => this.events.push(event),
      changed: () => undefined,
      back: () => this.news.push('back'),
      away: () => this.news.push('away'),
    };
    this.centre.watch(listener);
  }

  /** Resolves when everything is read. */
  static async of(
    pbx: Asterisk,
    host: { readonly port: number } | null = null,
  ): Promise<LabCentre> {
    const made = new LabCentre(pbx, host);
    await until('the switch is read', () => made.centre.state() === 'ready');
    return made;
  }

  queue(name: string): QueueNow {
    const queue = this.centre.queues().get(name);
    if (queue === undefined) throw new Error(`no queue ${name}`);
    return queue;
  }

  close(): void {
    this.#connection.close();
  }
}

/** A telephone of the house, registered: it answers by itself and says a tone. */
export const deskPhone = async (
  pbx: Asterisk,
  extension: string,
  speaks: number,
): Promise<BaresipPhone> => {
  const registers = { sipPort: pbx.settings.sipPort, password: `ligne-${extension}` };
  const phone = await BaresipPhone.start({ number: extension, speaks, answers: 'auto', registers });
  await until('it is registered', () => pbx.isRegistered(extension));
  return phone;
};
