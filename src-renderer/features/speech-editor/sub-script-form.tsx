/** Which other speech is called at a step, and which version of it: that one stays. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { Step } from '@shared/domain/script/step.ts';
import { useScript } from './editor-store.ts';
import { SelectInput } from './form-parts.tsx';
import { useVersions } from './use-speeches.ts';
import { useStepEdit } from './use-step-edit.ts';

export const SubScriptForm = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const own = useScript();
  const change = useStepEdit(step);
  const { versions } = useVersions();
  const callable = (versions ?? []).filter(
    ({ id, brandId, status }) =>
      id !== own.id && brandId === own.brandId && (status === 'published' || status === 'approved'),
  );
  const keyOf = (id: string, version: number) => `${id} ${version}`;
  const { script } = step;
  const chosen = script === undefined ? '' : keyOf(script.id, script.version);
  const listed = callable.map(({ id, version, name }) => ({
    id: keyOf(id, version),
    label: t('speechEditor.subScriptOption', { name, version }),
  }));
  const missing = chosen !== '' && !listed.some(({ id }) => id === chosen);
  return (
    <SelectInput
      label={t('speechEditor.subScript')}
      name="script"
      value={chosen}
      options={[
        { id: '', label: t('speechEditor.noSubScript') },
        ...(missing ? [{ id: chosen, label: chosen }] : []),
        ...listed,
      ]}
      onChange={(value) => {
        const found = callable.find(({ id, version }) => keyOf(id, version) === value);
        change('script', {
          script: found === undefined ? undefined : { id: found.id, version: found.version },
        });
      }}
    />
  );
};
