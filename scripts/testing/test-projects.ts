import { listFiles } from '../checks/source-files';
import { projectRoot } from '../project-root';

/** Tests that need nothing but Node and the build. */
export const PLAIN_PROJECTS = ['unit', 'static', 'component', 'contract', 'convergence'] as const;

/** Tests with a real PBX and the real program: a private network and a screen. */
export const STAGED_PROJECTS = ['lab', 'e2e'] as const;

/** Every kind of test, in the order in which they run. */
export const ALL_PROJECTS = [...PLAIN_PROJECTS, ...STAGED_PROJECTS] as const;

/** A kind of test. */
export type TestProject = (typeof ALL_PROJECTS)[number];

const TEST_FILE = /\.test\.tsx?$/;

/** Whether the text names a kind of test. */
export const isProject = (name: string): name is TestProject =>
  ALL_PROJECTS.some((project) => project === name);

/** The test files of one kind. */
export const testFilesOf = (project: TestProject): string[] =>
  listFiles(projectRoot, [`tests/${project}`]).filter((name) => TEST_FILE.test(name));

/** A part of the staged tests, in a vitest of its own. */
export type StagedPart = { readonly project: TestProject; readonly share?: string };

// The lab takes longer than e2e: cut small, its last pieces fill what e2e leaves of the time.
const LAB_SHARES = 6;

/** The longest first; whoever names files gets each kind in one piece. */
export const stagedParts = (
  projects: readonly TestProject[],
  filters: readonly string[],
): StagedPart[] =>
  STAGED_PROJECTS.toReversed()
    .filter((project) => projects.includes(project))
    .flatMap((project): StagedPart[] => {
      if (project !== 'lab' || filters.length > 0) return [{ project }];
      const ordinals = Array.from({ length: LAB_SHARES }, (_, at) => at + 1);
      return ordinals.map((at) => ({ project, share: `${at}/${LAB_SHARES}` }));
    });
