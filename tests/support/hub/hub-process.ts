import path from 'node:path';
import { type ApiProcess, startApi } from '@scripts/launch/api-process';
import { runFolder } from '../run-folder';

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
export async function startHub({
  customers = 200,
  dataFolder = path.join(runFolder('hub'), 'data'),
  port = 0,
  env = {},
}: HubOptions = {}): Promise<HubProcess> {
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
