/** What the step does beside what is said: one key, and it is in the wrap-up; the same takes it back. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { Action } from '@shared/domain/script/action.ts';
import { currentStep } from '@shared/domain/script/run.ts';
import { toggleDone } from '@shared/domain/script/trace.ts';
import styles from './step-parts.module.css';

const css = styleNames(styles);

const icons: { readonly [type in Action['type']]: IconName } = {
  callback: 'phone',
  appointment: 'calendar',
  'open-case': 'flag',
  'send-document': 'file',
  grant: 'grant',
  transfer: 'transfer',
  disposition: 'check',
};

const detailOf = (action: Action, plain: Speech['plain']): string => {
  switch (action.type) {
    case 'callback':
    case 'appointment':
      return plain(action.reason);
    case 'open-case':
      return plain(action.title);
    case 'send-document':
      return plain(action.name, action.labels);
    case 'grant':
      return '';
    case 'transfer':
      return action.to;
    case 'disposition':
      return action.code;
  }
};

/** Grants are judged by the engine at once, transfers need her hand: both are more than a note. */
const useCarryOut = (speech: Speech, work: WorkItem) => {
  const request = useRequest();
  const { screen } = useServices();
  const step = currentStep(speech.script, speech.record);
  const mark = () => speech.note((record, { at }) => toggleDone(record, step.id, at));
  return async (action: Action) => {
    const isDone = speech.record.done?.[step.id] !== undefined;
    if (action.type === 'transfer') {
      if (!isDone) mark();
      screen.setState({ overlay: 'transfer', transferTo: action.to });
      return;
    }
    if (action.type !== 'grant') return mark();
    if (isDone || work.customerId === null) return;
    const given = await request('grants.give', {
      customerId: work.customerId,
      brandId: work.brandId,
      interactionId: work.id,
      caseId: work.draft.case?.mode === 'continue' ? work.draft.case.caseId : null,
      kind: action.kind,
      amountCents: action.amountCents,
      reasonCode: work.draft.reasonCode,
    });
    if (given.ok) mark();
  };
};

export const StepAction = ({
  speech,
  work,
}: {
  readonly speech: Speech;
  readonly work: WorkItem;
}) => {
  const { t } = useText();
  const { script, record, plain } = speech;
  const { id, action } = currentStep(script, record);
  const carryOut = useCarryOut(speech, work);
  const act = () => {
    if (action !== undefined) void carryOut(action);
  };
  useKeys(
    action === undefined
      ? []
      : [
          { key: 'Digit0', whileTyping: 'rests', act },
          { key: 'Digit0', modifier: 'alt', whileTyping: 'works', act },
        ],
  );
  if (action === undefined) return null;
  const done = record.done?.[id] !== undefined;
  const detail = detailOf(action, plain);
  return (
    <button
      type="button"
      className={css('action', done && 'done')}
      aria-pressed={done}
      aria-keyshortcuts="0"
      onClick={act}
    >
      <KeyCaps keys={['0']} />
      <Icon name={done ? 'check' : icons[action.type]} size={18} />
      <span>
        <b>{t(`speech.action.${action.type}`)}</b>
        {detail === '' ? null : <small>{detail}</small>}
      </span>
      <em>{done ? t('speech.action.done') : t('speech.action.todo')}</em>
    </button>
  );
};
