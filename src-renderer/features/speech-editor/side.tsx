/** The left side: which speech, its outline, its objections, when it opens. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import type { Finding } from '@shared/domain/script/checks/finding.ts';
import { writeSpan } from '@shared/domain/script/choice/hours-words.ts';
import { addObjection } from '@shared/domain/script/editing/edits.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { labelIn } from '@shared/domain/script/text.ts';
import { memo } from 'react';
import { useEdit, useEditor, useEditorStore, useReadOnly, useScript } from './editor-store.ts';
import { useMeasured } from './governance/edge-shares.ts';
import { SaidFigures } from './governance/said-figures.tsx';
import { OutlineList } from './outline-list.tsx';
import styles from './speech-editor.module.css';
import { useReasons } from './use-reasons.ts';
import { useWriting } from './use-writing.ts';

const css = styleNames(styles);

const Standing = ({
  version,
  versions,
}: {
  readonly version: ScriptVersion;
  readonly versions: readonly ScriptVersion[];
}) => {
  const { t, language } = useText();
  const said = versions.find((one) => one.id === version.id && one.said);
  const state = t(`speechEditor.state.${version.status}`);
  const own = t('speechEditor.versionOf', { state, version: version.version });
  const since = said?.validFrom ?? said?.publishedAt;
  return (
    <p className={css('quiet')}>
      {said === undefined || said.version === version.version || !since
        ? own
        : t('speechEditor.versionBeside', {
            own,
            said: said.version,
            day: formatShortDay(since, language),
          })}
    </p>
  );
};

const Objections = () => {
  const { t } = useText();
  const { objections } = useScript();
  const { writing } = useWriting();
  const store = useEditorStore();
  const edit = useEdit();
  const readOnly = useReadOnly();
  const selected = useEditor((state) => state.selected);
  const open = (id: string) =>
    store.setState({ selected: { kind: 'objection', id }, view: 'text' });
  const add = () =>
    edit('objections', (script) => {
      const next = addObjection(script, t('speechEditor.newObjection'));
      const id = next.objections.at(-1)?.id;
      if (id !== undefined) queueMicrotask(() => open(id));
      return next;
    });
  return (
    <>
      <div className={css('lab')}>
        <h3>{t('speechEditor.objections')}</h3>
        {readOnly || objections.length >= 30 ? null : (
          <button
            type="button"
            className={css('rowButton')}
            aria-label={t('speechEditor.addObjection')}
            title={t('speechEditor.addObjection')}
            onClick={add}
          >
            <Icon name="plus" size={16} />
          </button>
        )}
      </div>
      <ul className={css('objections')}>
        {objections.map(({ id, label, labels }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={selected.kind === 'objection' && selected.id === id}
              onClick={() => open(id)}
            >
              {labelIn(label, labels, writing.language)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

const spaced = (number: string): string =>
  number.startsWith('+33') ? `0${number.slice(3)}`.replaceAll(/(..)(?=.)/g, '$1 ') : number;

type Line = readonly [IconName, string];

/** What a moment has to be for this speech, a line each. */
const useOpensLines = (script: Script): readonly Line[] => {
  const { t, language } = useText();
  const { opensWhen: when, reasonCodes, direction } = script;
  const { labelOf } = useReasons(script.brandId);
  return [
    ['phone', t(`speechEditor.directionOf.${direction}`)],
    ...(when?.numbers ?? []).map(
      (number): Line => ['phone', t('speechEditor.opens.called', { number: spaced(number) })],
    ),
    ...reasonCodes.map(
      (code): Line => ['flag', t('speechEditor.opens.reason', { code: labelOf(code) })],
    ),
    ...(when?.cases ?? []).map((kind): Line => ['flag', t(`speechEditor.opens.case.${kind}`)]),
    ...(when?.queues ?? []).map(
      (queue): Line => ['customers', t('speechEditor.opens.queue', { queue })],
    ),
    ...(when?.campaigns ?? []).map(
      (campaign): Line => ['outbound', t('speechEditor.opens.campaign', { campaign })],
    ),
    ...(when?.segments ?? []).map(
      (segment): Line => ['crown', t(`speechEditor.segment.${segment}`)],
    ),
    ...(when?.languages ?? []).map(
      (one): Line => ['chat', t(`speechEditor.opens.language.${one}`)],
    ),
    ...(when?.hours ?? []).flatMap((span) =>
      writeSpan(span, language).map((words): Line => ['clock', words]),
    ),
  ];
};

const Opens = () => {
  const { t } = useText();
  const script = useScript();
  const store = useEditorStore();
  const lines = useOpensLines(script);
  return (
    <>
      <div className={css('lab')}>
        <h3>{t('speechEditor.opensWhen')}</h3>
      </div>
      <button
        type="button"
        className={css('opens')}
        onClick={() => store.setState({ selected: { kind: 'head' }, view: 'text' })}
      >
        {lines.map(([icon, words]) => (
          <span key={words}>
            <Icon name={icon} size={16} />
            {words}
          </span>
        ))}
      </button>
    </>
  );
};

const Name = () => {
  const script = useScript();
  const brand = useBrand(script.brandId);
  const { writing } = useWriting();
  return (
    <div className={css('name')}>
      <BrandMark brand={brand} />
      <h2 lang={writing.language}>{labelIn(script.name, script.names, writing.language)}</h2>
    </div>
  );
};

type Given = {
  readonly version: ScriptVersion;
  readonly versions: readonly ScriptVersion[];
  readonly findings: readonly Finding[];
};

export const Side = memo(({ version, versions, findings }: Given) => {
  const { t } = useText();
  return (
    <section className={css('side')} aria-label={t('speechEditor.speech')}>
      <Name />
      <Standing version={version} versions={versions} />
      <OutlineList findings={findings} />
      <Objections />
      <Opens />
      <SaidFigures measure={useMeasured()} />
    </section>
  );
});
