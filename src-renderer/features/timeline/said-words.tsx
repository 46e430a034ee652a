/** « Ce qui a été dit »: the words of a past call as they stood on the screen, step by step. */
import { useModal } from '@renderer/platform/dialog/use-modal.ts';
import { formatSecond, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { heldVersion } from '@shared/domain/script/choice/choose-speech.ts';
import { evidenceOf, type SpeechEvidence } from '@shared/domain/script/governance/evidence.ts';
import { useEffect, useId, useMemo, useState } from 'react';
import styles from './said-words.module.css';

const css = styleNames(styles);
type Spoken = Interaction & { readonly speech: NonNullable<Interaction['speech']> };
type Told = Pick<CommandOutput<'speeches.said'>, 'name' | 'said' | 'objections' | 'fields'>;

/** What this desktop holds of it at once; the hub, when it answers, knows the version's names too. */
const useEvidence = ({ id, speech }: Spoken): SpeechEvidence & { readonly name: string | null } => {
  const { client } = useServices();
  const reference = useSlice('reference');
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    let current = true;
    void client.request('speeches.said', { interactionId: id }).then((answer) => {
      if (current && answer.ok) setTold(answer.value);
    });
    return () => {
      current = false;
    };
  }, [client, id]);
  const held = useMemo(() => {
    const key = { id: speech.scriptId, version: speech.version };
    const script = reference === undefined ? null : heldVersion(reference, key);
    return { ...evidenceOf(speech, script), name: script?.name ?? null };
  }, [reference, speech]);
  return told ?? held;
};

const Steps = ({ said }: Pick<SpeechEvidence, 'said'>) => {
  const { t, language } = useText();
  return (
    <ol>
      {said.map((one) => (
        <li key={`${one.at} ${one.stepId}`}>
          <h3>
            {one.title}
            {one.at === null ? null : (
              <time dateTime={one.at}>{formatSecond(Date.parse(one.at), language)}</time>
            )}
          </h3>
          {one.words === null ? (
            <p className={css('none')}>{t('said.notKept')}</p>
          ) : (
            <blockquote>{one.words}</blockquote>
          )}
          {one.said === null ? null : (
            <p className={css(one.said === 'no' ? 'unsaid' : 'none')}>{t(`said.${one.said}`)}</p>
          )}
          {one.answer === null ? null : <p>{t('said.answer', { answer: one.answer })}</p>}
        </li>
      ))}
    </ol>
  );
};

const Answers = ({ objections, fields }: Pick<SpeechEvidence, 'objections' | 'fields'>) => {
  const { t } = useText();
  return (
    <ul>
      {objections.map(({ label, at }) => (
        <li key={`${label} ${at}`}>{t('said.objection', { label })}</li>
      ))}
      {fields.map(({ label, value, asked }) => (
        <li key={label}>
          {t('said.field', { label, value })}
          {asked === null ? null : <blockquote>{asked.words}</blockquote>}
        </li>
      ))}
    </ul>
  );
};

export const SaidWords = ({
  interaction,
  onClose,
}: {
  readonly interaction: Spoken;
  readonly onClose: () => void;
}) => {
  const { t, language } = useText();
  const id = useId();
  const modal = useModal(onClose);
  const { name, said, objections, fields } = useEvidence(interaction);
  const { scriptId, version } = interaction.speech;
  return (
    <dialog {...modal} className={css('dialog')} aria-labelledby={id}>
      <h2 id={id}>{t('said.title')}</h2>
      <p>
        {t('said.version', {
          name: name ?? scriptId,
          version,
          day: formatShortDay(interaction.startedAt, language),
        })}
      </p>
      {said.length === 0 ? <p className={css('none')}>{t('said.nothing')}</p> : null}
      <Steps said={said} />
      <Answers objections={objections} fields={fields} />
      <footer>
        <Button onClick={onClose}>{t('said.close')}</Button>
      </footer>
    </dialog>
  );
};
