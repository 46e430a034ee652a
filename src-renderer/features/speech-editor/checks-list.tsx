/** What the checks found, beside the words: Enter goes to the place. What is in order is said, too. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type CheckName, checkNames, type Finding } from '@shared/domain/script/checks/finding.ts';
import { memo } from 'react';
import { type EditorStore, useEditorStore } from './editor-store.ts';
import styles from './speech-editor.module.css';
import type { Checked } from './use-findings.ts';
import { findingText } from './words-of-findings.ts';

const css = styleNames(styles);
const mostShown = 60;

/** A field of the form that has the place: `text.default` for the words of a variant, too. */
const soughtOf = ({ at }: Finding): string =>
  at.field
    .replace(/^(\w+)\.variants\.\d+$/, '$1.default')
    .replace(/^(text|opening|openingUnknown|answer)$/, '$1.default');

export const goTo = (store: EditorStore, finding: Finding): void => {
  const { stepId, objectionId, language } = finding.at;
  store.setState({
    view: 'text',
    sought: soughtOf(finding),
    selected:
      stepId !== undefined
        ? { kind: 'step', id: stepId }
        : objectionId !== undefined
          ? { kind: 'objection', id: objectionId }
          : { kind: 'head' },
    ...(language === undefined ? {} : { language }),
  });
};

/** What was found again is not told anew. */
const sameFinding = (a: { readonly finding: Finding }, b: { readonly finding: Finding }): boolean =>
  a.finding === b.finding || JSON.stringify(a.finding) === JSON.stringify(b.finding);

const Row = memo(({ finding }: { readonly finding: Finding }) => {
  const { t } = useText();
  const store = useEditorStore();
  const { title, detail } = findingText(t, finding);
  const blocks = finding.severity === 'block';
  return (
    <li>
      <button
        type="button"
        className={css('finding', blocks ? 'bad' : 'warn')}
        onClick={() => goTo(store, finding)}
      >
        <Icon name={blocks ? 'close' : 'alert'} size={17} />
        <span>
          <b>{title}</b>
          <small>{detail}</small>
        </span>
        <KeyCaps keys={['↵']} />
      </button>
    </li>
  );
}, sameFinding);

const Passed = ({ names }: { readonly names: readonly CheckName[] }) => {
  const { t } = useText();
  return names.map((name) => (
    <li key={name} className={css('passed')}>
      <Icon name="check" size={17} />
      <span>{t(`speechEditor.passed.${name}`)}</span>
    </li>
  ));
};

export const ChecksList = memo(({ findings, isChecked }: Checked) => {
  const { t } = useText();
  const blocking = findings.filter(({ severity }) => severity === 'block').length;
  const advice = findings.length - blocking;
  const passed = !isChecked
    ? []
    : checkNames.filter((name) => findings.every(({ check }) => check !== name));
  return (
    <section className={css('checks')} aria-label={t('speechEditor.checks')}>
      <header>
        <h3>{t('speechEditor.checks')}</h3>
        <span role="status">
          {blocking === 0 ? null : (
            <Tag tone="danger">{t('speechEditor.blocking', { count: blocking })}</Tag>
          )}{' '}
          {advice === 0 ? null : (
            <Tag tone="warn">{t('speechEditor.advice', { count: advice })}</Tag>
          )}
          {findings.length > 0 ? null : isChecked ? (
            <Tag tone="ok">{t('speechEditor.inOrder')}</Tag>
          ) : (
            t('speechEditor.checking')
          )}
        </span>
      </header>
      <ul>
        {findings.slice(0, mostShown).map((finding) => (
          <Row
            key={`${finding.code} ${finding.at.stepId ?? finding.at.objectionId ?? ''} ${finding.at.field} ${finding.at.language ?? ''} ${finding.at.from ?? ''} ${finding.data['passage'] ?? ''}`}
            finding={finding}
          />
        ))}
        {findings.length > mostShown ? (
          <li className={css('quiet')}>
            {t('speechEditor.moreFindings', { count: findings.length - mostShown })}
          </li>
        ) : null}
        <Passed names={passed} />
      </ul>
    </section>
  );
});
