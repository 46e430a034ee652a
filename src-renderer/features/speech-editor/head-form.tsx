/** The head of a speech: its name, what it is for, its languages, its first words, when it opens. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { speechLanguages } from '@shared/domain/script/text.ts';
import { useEdit, useScript } from './editor-store.ts';
import { CheckInput, SelectInput, TextInput } from './form-parts.tsx';
import { OpensWhenForm } from './opens-when-form.tsx';
import styles from './speech-editor.module.css';
import { readLabel, writeLabels } from './translated.ts';
import { useWriting } from './use-writing.ts';
import { WordsForm } from './words-form.tsx';

const css = styleNames(styles);

const Purpose = () => {
  const { t } = useText();
  const script = useScript();
  const edit = useEdit();
  const change = (place: string, part: Partial<Script>) =>
    edit(`head ${place}`, (now) => ({ ...now, ...part }));
  return (
    <>
      <div className={css('pair')}>
        <SelectInput
          label={t('speechEditor.direction')}
          value={script.direction}
          options={(['inbound', 'outbound'] as const).map((id) => ({
            id,
            label: t(`speechEditor.directionOf.${id}`),
          }))}
          onChange={(direction) =>
            change('direction', { direction: direction as Script['direction'] })
          }
        />
        <SelectInput
          label={t('speechEditor.purpose')}
          value={script.purpose ?? 'service'}
          options={(['service', 'commercial'] as const).map((id) => ({
            id,
            label: t(`speechEditor.purposeOf.${id}`),
          }))}
          onChange={(purpose) => change('purpose', { purpose: purpose as Script['purpose'] })}
        />
      </div>
      <div className={css('checksRow')}>
        <CheckInput
          label={t('speechEditor.recorded')}
          checked={script.recorded === true}
          onChange={(recorded) => change('recorded', { recorded })}
        />
        {speechLanguages
          .filter((language) => language !== script.locale)
          .map((language) => (
            <CheckInput
              key={language}
              label={t('speechEditor.alsoIn', { language: t(`speechEditor.language.${language}`) })}
              checked={script.languages?.includes(language) ?? false}
              onChange={(checked) =>
                change('languages', {
                  languages: checked ? [script.locale, language] : [script.locale],
                })
              }
            />
          ))}
      </div>
    </>
  );
};

export const HeadForm = () => {
  const { t } = useText();
  const script = useScript();
  const edit = useEdit();
  const { writing } = useWriting();
  const own = writing.language === writing.written;
  return (
    <form
      className={css('form')}
      aria-label={t('speechEditor.headForm')}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextInput
        label={t('speechEditor.name')}
        value={readLabel(script.name, script.names, writing)}
        name="name"
        onChange={(name) =>
          edit(`head name ${writing.language}`, (now) =>
            own
              ? { ...now, name: name || ' ' }
              : { ...now, names: writeLabels(now.names, writing, name) },
          )
        }
      />
      <Purpose />
      <WordsForm
        label={t('speechEditor.opening')}
        text={script.opening}
        place="opening"
        onChange={(place, opening) => edit(`head ${place}`, (now) => ({ ...now, opening }))}
      />
      <WordsForm
        label={t('speechEditor.openingUnknown')}
        text={script.openingUnknown}
        place="openingUnknown"
        onChange={(place, openingUnknown) =>
          edit(`head ${place}`, (now) => ({ ...now, openingUnknown }))
        }
      />
      <SelectInput
        label={t('speechEditor.firstStep')}
        value={script.firstStep}
        name="firstStep"
        options={script.steps.map(({ id, title }) => ({ id, label: title }))}
        onChange={(firstStep) => edit('head firstStep', (now) => ({ ...now, firstStep }))}
      />
      <OpensWhenForm />
    </form>
  );
};
