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
