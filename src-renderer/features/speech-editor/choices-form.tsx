/** The answers to choose from, one to nine: what is answered, what follows, where it leads. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { freeKey } from '@shared/domain/script/editing/edits.ts';
import type { Choice, Step } from '@shared/domain/script/step.ts';
import { DispositionSelect } from './disposition-select.tsx';
import { useReadOnly } from './editor-store.ts';
import { RowButton, TextInput } from './form-parts.tsx';
import styles from './speech-editor.module.css';
import { TargetSelect } from './target-select.tsx';
import { readLabel, writeLabels } from './translated.ts';
import { useStepEdit } from './use-step-edit.ts';
import { useWriting } from './use-writing.ts';

const css = styleNames(styles);
const mostChoices = 9;

const ChoiceRow = ({
  step,
  choice,
  at,
  onChange,
  onRemove,
}: {
  readonly step: Step;
  readonly choice: Choice;
  readonly at: number;
  readonly onChange: (place: string, change: Partial<Choice>) => void;
  readonly onRemove: () => void;
}) => {
  const { t } = useText();
  const { writing } = useWriting();
  const own = writing.written === writing.language;
  const { label, labels, consequence = '', consequences } = choice;
  return (
    <li className={css('row')}>
      <kbd>{at + 1}</kbd>
      <TextInput
        label={t('speechEditor.answer', { number: at + 1 })}
        value={readLabel(label, labels, writing)}
        name={`choices.${at}`}
        onChange={(words) =>
          onChange(
            'label',
            own ? { label: words } : { labels: writeLabels(labels, writing, words) },
          )
        }
      />
      <TextInput
        label={t('speechEditor.consequence')}
        value={readLabel(consequence, consequences, writing)}
        onChange={(words) =>
          onChange(
            'consequence',
            own
              ? { consequence: words }
              : { consequences: writeLabels(consequences, writing, words) },
          )
        }
      />
      <TargetSelect
        label={t('speechEditor.leadsTo')}
        step={step}
        field={`choices.${at}`}
        value={choice.next}
      />
      <DispositionSelect
        narrow
        value={choice.dispositionCode}
        onChange={(dispositionCode) => onChange('code', { dispositionCode })}
      />
      <RowButton label={t('speechEditor.removeAnswer', { answer: label })} onPress={onRemove}>
        <Icon name="close" size={16} />
      </RowButton>
    </li>
  );
};

export const ChoicesForm = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const change = useStepEdit(step);
  const readOnly = useReadOnly();
  const { choices } = step;
  const add = () => {
    const label = t('speechEditor.newAnswer');
    const id = freeKey(
      label,
      choices.map((one) => one.id),
    );
    change('choices', { choices: [...choices, { id, label }] });
  };
  return (
    <fieldset className={css('rows')}>
      <legend>{t('speechEditor.answers')}</legend>
      <ol>
        {choices.map((choice, at) => (
          <ChoiceRow
            key={choice.id}
            step={step}
            choice={choice}
            at={at}
            onChange={(place, part) =>
              change(`choices.${at} ${place}`, {
                choices: choices.map((one, index) => (index === at ? { ...one, ...part } : one)),
              })
            }
            onRemove={() => change('choices', { choices: choices.filter((one) => one !== choice) })}
          />
        ))}
      </ol>
      {readOnly || choices.length >= mostChoices ? null : (
        <Button size="small" look="ghost" icon="plus" onClick={add}>
          {t('speechEditor.addAnswer')}
        </Button>
      )}
    </fieldset>
  );
};
