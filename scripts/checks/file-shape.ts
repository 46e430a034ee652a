import type { Finding } from './finding';
import type { SourceFile } from './source-files';

const MAX_LINES = 250;
const MAX_TEST_LINES = 400;
const EMPTY_NAMES = new Set(['utils', 'util', 'helpers', 'helper', 'manager', 'common', 'misc']);

const countLines = (text: string): number => {
  const breaks = text.split('\n').length;
  return text.endsWith('\n') ? breaks - 1 : breaks;
};

function checkSize({ path, text }: SourceFile): Finding[] {
  const limit = path.startsWith('tests/') ? MAX_TEST_LINES : MAX_LINES;
  const lines = countLines(text);
  if (lines <= limit) return [];
  return [{ file: path, line: limit + 1, message: `${lines} lines, at most ${limit} allowed` }];
}

function checkName({ path }: SourceFile): Finding[] {
  const words = path.split('/').flatMap((part) => part.split(/[.-]/));
  const empty = words.find((word) => EMPTY_NAMES.has(word));
  if (empty === undefined) return [];
  return [{ file: path, line: 1, message: `"${empty}" says nothing: name it by its domain` }];
}

/** Files that are too long, or whose name tells nothing (utils, helpers, manager, common). */
export const checkFileShapes = (files: readonly SourceFile[]): Finding[] =>
  files.flatMap((file) => [...checkSize(file), ...checkName(file)]);
