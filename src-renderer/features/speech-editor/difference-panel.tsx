/** What is another than in an earlier version, in plain words, step by step. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import { type Change, differenceOf } from '@shared/domain/script/difference/difference.ts';
import { sayChange } from '@shared/domain/script/difference/say.ts';
import { wordsOfScript } from '@shared/domain/script/editing/answer-words.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { selectStep, useEditorStore, useScript } from './editor-store.ts';
import styles from './speech-editor.module.css';

const css = styleNames(styles);

const useOther = (scriptId: string, version: number | null): Script | null => {
  const { client } = useServices();
  const [other, setOther] = useState<Script | null>(null);
  useEffect(() => {
    let current = true;
    setOther(null);
    if (version !== null)
      void client
        .request('speeches.content', { scriptId, version })
        .then((got) => current && got.ok && setOther(got.value));
    return () => {
      current = false;
    };
  }, [client, scriptId, version]);
  return other;
};

/** The changes of one step together, in the order in which they were found. */
const byPlace = (changes: readonly Change[]): readonly (readonly [string, readonly Change[]])[] => {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const known = groups.get(change.where);
    if (known === undefined) groups.set(change.where, [change]);
    else known.push(change);
  }
  return [...groups];
};

const Changes = ({ before, now }: { readonly before: Script; readonly now: Script }) => {
  const { t, language } = useText();
  const store = useEditorStore();
  const changes = useMemo(() => differenceOf(before, now), [before, now]);
  const words = useMemo(
    () => wordsOfScript({ steps: [...before.steps, ...now.steps] }),
    [before, now],
  );
  if (changes.length === 0) return <p className={css('quiet')}>{t('speechEditor.sameWords')}</p>;
  return (
    <ul className={css('changes')}>
      {byPlace(changes).map(([where, list]) => {
        const stepId = list[0]?.stepId;
        return (
          <li key={where}>
            {stepId === undefined ? (
              <b>{where}</b>
            ) : (
              <button type="button" onClick={() => selectStep(store, stepId)}>
                {where}
              </button>
            )}
            {list.map((change) => (
              <p key={`${change.kind} ${change.what ?? ''} ${change.after ?? ''}`}>
                {sayChange(change, language, words)}
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
};

export const DifferencePanel = ({ versions }: { readonly versions: readonly ScriptVersion[] }) => {
  const { t } = useText();
  const id = useId();
  const script = useDeferredValue(useScript());
  const earlier = versions.filter((one) => one.id === script.id && one.version !== script.version);
  const published = earlier.find(({ said }) => said) ?? earlier[0];
  const [chosen, setChosen] = useState<number | null>(published?.version ?? null);
  const other = useOther(script.id, chosen);
  if (earlier.length === 0) return <p className={css('quiet')}>{t('speechEditor.noEarlier')}</p>;
  return (
    <section aria-label={t('speechEditor.difference')}>
      <div className={css('field')}>
        <label htmlFor={id}>{t('speechEditor.comparedWith')}</label>
        <select
          id={id}
          value={chosen ?? ''}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        >
          {earlier.map(({ version, status }) => (
            <option key={version} value={version}>
              {t('speechEditor.versionOption', {
                version,
                state: t(`speechEditor.state.${status}`),
              })}
            </option>
          ))}
        </select>
      </div>
      {other === null ? null : <Changes before={other} now={script} />}
    </section>
  );
};
