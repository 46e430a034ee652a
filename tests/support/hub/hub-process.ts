import path from 'node:path';
import { type ApiProcess, startApi } from '@scripts/launch/api-process';
import { runFolder } from '../run-folder';
import { fillFromTemplate } from './hub-template';

const USUAL_CUSTOMERS = 200;
/** A larger one is wanted once only. */
const LARGEST_COPIED = 200;

export type HubOptions = {
  readonly customers?: number;
  /** A folder of an earlier hub, to start again on the same data. */
  readonly dataFolder?: string;
  /** A fixed port, so that a restarted hub is found where it was. */
  readonly port?: number;
  readonly env?: NodeJS.ProcessEnv;
};

/** A real central API with its own embedded PostgreSQL below .lab/. */
export type HubProcess = ApiProcess & { readonly dataFolder: string; readonly port: number };

/** Starts the built API and waits until it is ready; `stop` and `kill` end it. */
export async function startHub(options: HubOptions = {}): Promise<HubProcess> {
  if (options.dataFolder !== undefined) return runHub(options, options.dataFolder);
  const { customers = USUAL_CUSTOMERS, env = {} } = options;
  const dataFolder = path.join(runFolder('hub'), 'data');
  if (!env['DATABASE_URL'] && customers <= LARGEST_COPIED)
    await fillFromTemplate(customers, dataFolder, async (folder) => {
      await (await runHub({ customers }, folder)).stop();
    });
  return runHub(options, dataFolder);
}

async function runHub(
  { customers = USUAL_CUSTOMERS, port = 0, env = {} }: HubOptions,
  dataFolder: string,
): Promise<HubProcess> {
  const api = await startApi({
    env: {
      ...process.env,
      PARLANCE_API_PORT: String(port),
      PARLANCE_DATA_DIR: dataFolder,
      PARLANCE_SEED_CUSTOMERS: String(customers),
      PARLANCE_TRAINING: '1',
      DATABASE_URL: '',
      ...env,
    },
    logFile: path.join(path.dirname(dataFolder), 'api.log'),
    report: () => undefined,
  });
  return { ...api, dataFolder, port: Number(new URL(api.apiUrl).port) };
}
