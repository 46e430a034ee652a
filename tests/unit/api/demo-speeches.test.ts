import { kerdoualDispositions, kerdoualReasons } from '@api/seed/brands/kerdoual.ts';
import { lorvaneDispositions, lorvaneReasons } from '@api/seed/brands/lorvane.ts';
import { solvenneDispositions, solvenneReasons } from '@api/seed/brands/solvenne.ts';
import { demoBrands } from '@shared/domain/brand/demo-brands.ts';
import { checkScript } from '@shared/domain/script/checks/check-script.ts';
import { demoScripts } from '@shared/domain/script/demo-scripts/demo-scripts.ts';
import { typeset } from '@shared/domain/script/demo-scripts/speech.ts';
import { factNames } from '@shared/domain/script/facts.ts';
import { languagesOf, type Script } from '@shared/domain/script/script.ts';
import { describe, expect, it } from 'vitest';

const dispositions = [...kerdoualDispositions, ...solvenneDispositions, ...lorvaneDispositions];
const reasons = [...kerdoualReasons, ...solvenneReasons, ...lorvaneReasons];
const has = (list: readonly { brandId: string; code: string }[], brandId: string, code: string) =>
  list.some((one) => one.brandId === brandId && one.code === code);

const nextOf = (script: Script): string[] =>
  script.steps.flatMap((step) => [
    ...step.choices.flatMap((choice) => choice.next ?? []),
    ...step.routes.map((route) => route.next),
    ...(step.next === undefined ? [] : [step.next]),
  ]);

describe.each(demoScripts.map((script) => [script.id, script] as const))('%s', (_, script) => {
  it('[SEED-1] leads to steps that exist, and to every step', () => {
    const known = script.steps.map((step) => step.id);
    const reached = new Set([script.firstStep, ...nextOf(script)]);
    expect([...reached].sort()).toEqual([...known].sort());
    expect(script.steps.length).toBeGreaterThanOrEqual(3);
  });

  it('[SEED-11] passes every check of the editor, in French and English', () => {
    const findings = checkScript(script, {
      brandName: demoBrands.find((brand) => brand.id === script.brandId)?.name ?? '?',
      dispositionCodes: dispositions
        .filter((one) => one.brandId === script.brandId)
        .map((one) => one.code),
    });
    expect(findings.filter(({ severity }) => severity === 'block')).toEqual([]);
    expect(languagesOf(script)).toEqual(['fr', 'en']);
  });

  it('[SEED-1] mentions only facts that a call has', () => {
    const mentioned = [...JSON.stringify(script).matchAll(/\{\{([^}|:]+)/g)].map(
      (found) => found[1],
    );
    for (const fact of mentioned) expect(factNames).toContain(fact);
    expect(script.openingUnknown.default).not.toContain('{{customer.');
  });

  it('[SEED-1] ends in dispositions and serves reasons of its own brand', () => {
    for (const { choices } of script.steps) {
      for (const { dispositionCode } of choices) {
        if (dispositionCode === undefined) continue;
        expect(has(dispositions, script.brandId, dispositionCode), dispositionCode).toBe(true);
      }
    }
    for (const code of script.reasonCodes)
      expect(has(reasons, script.brandId, code), code).toBe(true);
  });

  it('[SEED-2] an outbound commercial opening says who calls, for whom, and that it is commercial', () => {
    if (script.direction === 'inbound') return;
    expect(script.opening.default).toContain('{{advisor.fullName}}');
    const name = demoBrands.find((brand) => brand.id === script.brandId)?.name ?? '?';
    expect(script.opening.default).toContain(name);
    expect(script.opening.default).toMatch(/appel commercial|rien à vendre/);
  });
});

describe('demo speeches', () => {
  it('[SEED-11] there are ten, and every brand has objections and actions of its own', () => {
    expect(demoScripts).toHaveLength(10);
    for (const script of demoScripts) {
      expect(script.objections.length, script.id).toBeGreaterThanOrEqual(2);
      expect(
        script.steps.some((step) => step.action !== undefined),
        script.id,
      ).toBe(true);
    }
  });

  it('[SEED-1] every brand has a general one, one for a reason and an outbound one', () => {
    for (const { id } of demoBrands) {
      const own = demoScripts.filter((script) => script.brandId === id);
      const inbound = own.filter((script) => script.direction === 'inbound');
      expect(
        inbound.some((script) => script.reasonCodes.length === 0),
        id,
      ).toBe(true);
      expect(
        inbound.some((script) => script.reasonCodes.length > 0),
        id,
      ).toBe(true);
      expect(
        own.some((script) => script.direction === 'outbound'),
        id,
      ).toBe(true);
    }
  });

  it('[SEED-1] French punctuation never begins a line', () => {
    expect(typeset('Oui : « non » ?')).toBe('Oui\u00a0: «\u00a0non\u00a0»\u00a0?');
  });
});
