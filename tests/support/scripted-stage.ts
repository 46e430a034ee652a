import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import type { Workstation } from './electron/workstation';
import { ScriptedCaller } from './phones/scripted-caller';
import { ScriptedSwitch } from './phones/scripted-switch';
import { Stage } from './stage';

const [camille] = demoAdvisors;

/** The real program with its line on a switch that says what the test wants, and a caller there. */
export class ScriptedStage {
  readonly server: ScriptedSwitch;
  readonly caller: ScriptedCaller;
  readonly desk: Workstation;
  readonly #stage: Stage;

  private constructor(stage: Stage, server: ScriptedSwitch, desk: Workstation) {
    this.#stage = stage;
    this.server = server;
    this.caller = new ScriptedCaller(server);
    this.desk = desk;
  }

  static async set(): Promise<ScriptedStage> {
    const stage = await Stage.set();
    const server = await ScriptedSwitch.start();
    const { extension: user, linePassword: password } = camille;
    const line = { url: server.url, user, password };
    return new ScriptedStage(stage, server, await stage.readyWorkstation({ line }));
  }

  async strike(): Promise<void> {
    await this.desk.close();
    await this.server.stop();
    await this.#stage.strike();
  }
}
