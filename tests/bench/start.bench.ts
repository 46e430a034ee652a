import { projectRoot } from '@scripts/project-root';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, beforeAll, it } from 'vitest';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { runFolder } from '../support/run-folder';
import { median, recordRow } from './support/rows.ts';
import { bareProgram, startTimed } from './support/timed-program.ts';

const rounds = 5;
const [camille] = demoAdvisors;
let hub: HubProcess;

beforeAll(async () => {
  hub = await startHub({ customers: 200 });
});
afterAll(() => hub?.stop());

it('start and memory against a bare window', async () => {
  const bareFolder = bareProgram();
  const env = {
    PARLANCE_API_URL: hub.apiUrl,
    PARLANCE_PROFILE_DIR: runFolder('profile'),
    PARLANCE_DEMO_USER: camille.login,
    PARLANCE_DEMO_PASSWORD: camille.password,
  };
  const bare = { ms: [] as number[], pss: [] as number[] };
  const own = { ms: [] as number[], pss: [] as number[] };
  // The first start of each fills the caches of the disk and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const peer = await startTimed(bareFolder, {}, 'page.html', 'Ready');
    const peerPss = peer.pssMiB();
    await peer.stop();
    const program = await startTimed(projectRoot, env, '/app/index.html', 'Disponible');
    const programPss = program.pssMiB();
    await program.stop();
    if (round === 0) continue;
    bare.ms.push(peer.readyMs);
    bare.pss.push(peerPss);
    own.ms.push(program.readyMs);
    own.pss.push(programPss);
  }
  recordRow({
    id: 'cold-start',
    what: 'start of the program to a usable screen, against a bare Electron window',
    value: median(own.ms),
    unit: 'ms',
    baseline: median(bare.ms),
    goal: { ratioAtMost: 1.5 },
  });
  recordRow({
    id: 'memory',
    what: 'memory (PSS, all processes) of the signed-in program, against a bare Electron window',
    value: median(own.pss),
    unit: 'MiB',
    baseline: median(bare.pss),
    goal: { ratioAtMost: 2 },
  });
}, 300_000);
