/** What hinders a version: the same checks as in the editor, run at the hub whatever a client says. */

import type { HubDependencies } from '@api/hub-app.ts';
import { findRules } from '@api/modules/brand-rules/repository.ts';
import { findBrands, findDispositions } from '@api/modules/reference/repository.ts';
import { checkScript, maySubmit } from '@shared/domain/script/checks/check-script.ts';
import type { Finding } from '@shared/domain/script/checks/finding.ts';
import type { CheckContext } from '@shared/domain/script/checks/subject.ts';
import { compileScript, type Uncompiled } from '@shared/domain/script/compile.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Reader } from './reader.ts';
import { findContent, type VersionKey } from './repository.ts';

type Db = HubDependencies['database']['db'];

const nameOf = ({ id, version }: VersionKey): string => `${id} ${version}`;
const pinsOf = ({ steps }: Script): VersionKey[] =>
  steps.flatMap(({ script }) => (script === undefined ? [] : [script]));

/** Every approved version that a speech calls, and that those call. */
const libraryOf = async (db: Db, script: Script, { sight }: Reader) => {
  const found = new Map<string, Script | undefined>();
  const wanted = pinsOf(script);
  for (let key = wanted.pop(); key !== undefined; key = wanted.pop()) {
    if (found.has(nameOf(key))) continue;
    const inner = await findContent(db, key, { ...sight, approved: true });
    found.set(nameOf(key), inner ?? undefined);
    if (inner !== null) wanted.push(...pinsOf(inner));
  }
  return (id: string, version: number): Script | undefined => found.get(nameOf({ id, version }));
};

const contextOf = async (db: Db, script: Script, reader: Reader): Promise<CheckContext> => {
  const scope = [script.brandId];
  const [brand] = await findBrands(db, scope);
  const library = await libraryOf(db, script, reader);
  const { rules } = await findRules(db, script.brandId);
  return {
    ...(brand === undefined ? {} : { brandName: brand.name }),
    avoided: rules.avoidedWords ?? [],
    dispositionCodes: (await findDispositions(db, scope)).map(({ code }) => code),
    hasScript: (id, version) => library(id, version) !== undefined,
  };
};

export const findingsOf = async (
  db: Db,
  script: Script,
  reader: Reader,
): Promise<readonly Finding[]> => checkScript(script, await contextOf(db, script, reader));

export const readFindings = async (
  { database: { db } }: HubDependencies,
  reader: Reader,
  key: VersionKey,
): Promise<Result<readonly Finding[]>> => {
  const script = await findContent(db, key, reader.sight);
  return script === null ? fail('not-found') : succeed(await findingsOf(db, script, reader));
};

const told = 10;

/** `script-blocked`, with what blocks and where, unless it may be read by somebody else. */
export const refuseBlocked = async (
  db: Db,
  script: Script,
  reader: Reader,
): Promise<Result<null>> => {
  const findings = await findingsOf(db, script, reader);
  if (maySubmit(findings)) return succeed(null);
  const blocking = findings
    .filter(({ severity }) => severity === 'block')
    .map(({ code, at }) => `${code} at ${at.stepId ?? at.objectionId ?? 'the head'}, ${at.field}`);
  return fail('script-blocked', blocking.slice(0, told).join('; '));
};

const uncompiled = ({ stepId, problem }: Uncompiled): string => `${problem} at ${stepId}`;

/** The speech with all that it calls in it: what was approved is whole. */
export const wholeOf = async (db: Db, script: Script, reader: Reader): Promise<Result<Script>> => {
  const compiled = compileScript(script, await libraryOf(db, script, reader));
  return compiled.script === undefined
    ? fail('script-blocked', compiled.problems.map(uncompiled).join('; '))
    : succeed(compiled.script);
};
