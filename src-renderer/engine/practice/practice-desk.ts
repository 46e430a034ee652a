/** Practice calls: opens the simulated customer, has it registered, makes it ring or be called. */
import { invoke } from '@renderer/platform/bridge.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { customerLineSchema, type TrainingLines } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Port } from '../board/window-ports.ts';
import { type PracticeOrder, type PracticeReport, practiceReportSchema } from './practice-port.ts';

const readyWithinMs = 10_000;

export class PracticeDesk {
  readonly #hub: HubClient;
  #port: Port | null = null;
  #ready = false;
  readonly #waiting = new Set<(ready: boolean) => void>();
  /** Hears how a role-play goes. */
  onReport: (report: PracticeReport) => void = () => undefined;

  constructor(hub: HubClient) {
    this.#hub = hub;
  }

  attach(port: Port): void {
    this.#port = port;
    this.#ready = false;
    port.onmessage = ({ data }) => {
      const report = practiceReportSchema.safeParse(data);
      if (!report.success) return;
      const { type } = report.data;
      if (type === 'registered') this.#ready = true;
      if (type === 'registered' || type === 'failed') this.#settle(type === 'registered');
      this.onReport(report.data);
    };
    void this.#register();
  }

  /** The simulated customer is on the line: it can ring, or be rung. */
  async prepare(): Promise<Result<null>> {
    if (this.#ready) return succeed(null);
    await invoke('customer.open', null);
    const ready = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => settle(false), readyWithinMs);
      const settle = (done: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(settle);
        resolve(done);
      };
      this.#waiting.add(settle);
    });
    return ready ? succeed(null) : fail('line-unreachable');
  }

  /** The two lines at the training switch: hers, and the simulated customer's. */
  lines(): Promise<Result<TrainingLines>> {
    const path = routes.customerLine;
    return this.#hub.ask({ method: 'GET', path, answer: customerLineSchema });
  }

  order(order: PracticeOrder): void {
    this.#port?.postMessage(order);
  }

  async #register(): Promise<void> {
    const answer = await this.lines();
    const line = answer.ok ? answer.value.trainingCustomer : null;
    if (line === null) this.#settle(false);
    else this.order({ type: 'register', line });
  }

  #settle(ready: boolean): void {
    for (const settle of [...this.#waiting]) settle(ready);
  }
}
