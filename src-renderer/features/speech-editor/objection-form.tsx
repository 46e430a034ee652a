/** An objection and what answers it; reachable from anywhere in the call. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { changeObjection, removeObjection } from '@shared/domain/script/editing/edits.ts';
import type { Objection } from '@shared/domain/script/script.ts';
import { useEdit, useEditorStore, useReadOnly, useScript } from './editor-store.ts';
import { SelectInput, TextInput } from './form-parts.tsx';
import styles from './speech-editor.module.css';
import { readLabel, writeLabels } from './translated.ts';
import { useWriting } from './use-writing.ts';
import { WordsForm } from './words-form.tsx';

const css = styleNames(styles);
const mostAnswers = 3;

const NextSelect = ({
  next,
  onChange,
}: {
  readonly next: string | undefined;
  readonly onChange: (next: string | undefined) => void;
}) => {
  const { t } = useText();
  const { steps } = useScript();
  return (
    <SelectInput
      label={t('speechEditor.objectionNext')}
      name="next"
      value={next ?? ''}
      options={[
        { id: '', label: t('speechEditor.staysThere') },
        ...steps.map(({ id, title }) => ({ id, label: title })),
      ]}
      onChange={(value) => onChange(value === '' ? undefined : value)}
    />
  );
};

const Foot = ({
  more,
  onMore,
  onRemove,
}: {
  readonly more: boolean;
  readonly onMore: () => void;
  readonly onRemove: () => void;
}) => {
  const { t } = useText();
  if (useReadOnly()) return null;
  return (
    <div className={css('removeRow')}>
      {more ? (
        <Button size="small" look="ghost" icon="plus" onClick={onMore}>
          {t('speechEditor.addFurtherAnswer')}
        </Button>
      ) : null}
      <Button size="small" look="ghost" icon="close" onClick={onRemove}>
        {t('speechEditor.removeObjection')}
      </Button>
    </div>
  );
};

export const ObjectionForm = ({ objectionId }: { readonly objectionId: string }) => {
  const { t } = useText();
  const script = useScript();
  const store = useEditorStore();
  const { writing } = useWriting();
  const edit = useEdit();
  const objection = script.objections.find(({ id }) => id === objectionId);
  if (objection === undefined) return null;
  const { label, labels, more = [] } = objection;
  const change = (place: string, part: Partial<Objection>) =>
    edit(`${objectionId} ${place}`, (now) => changeObjection(now, objectionId, part));
  const own = writing.language === writing.written;
  const remove = () => {
    edit('objections', (now) => removeObjection(now, objectionId));
    store.setState({ selected: { kind: 'head' } });
  };
  return (
    <form
      className={css('form')}
      aria-label={t('speechEditor.formOf', { step: label })}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextInput
        label={t('speechEditor.objection')}
        value={readLabel(label, labels, writing)}
        name="label"
        onChange={(words) =>
          change('label', own ? { label: words } : { labels: writeLabels(labels, writing, words) })
        }
      />
      <WordsForm
        text={objection.answer}
        place="answer"
        label={t('speechEditor.objectionAnswer')}
        onChange={(place, answer) => change(place, { answer })}
      />
      {more.map((text, at) => (
        <WordsForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a further answer is its place
          key={at}
          text={text}
          place={`more.${at}`}
          label={t('speechEditor.furtherAnswer', { number: at + 2 })}
          onChange={(place, next) =>
            change(place, { more: more.map((one, index) => (index === at ? next : one)) })
          }
        />
      ))}
      <NextSelect next={objection.next} onChange={(next) => change('next', { next })} />
      <Foot
        more={more.length < mostAnswers}
        onMore={() => change('more', { more: [...more, { default: '' }] })}
        onRemove={remove}
      />
    </form>
  );
};
