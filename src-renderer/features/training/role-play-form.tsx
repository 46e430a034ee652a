/** A team lead writes a role-play: who it is, what she wants, what she does step by step. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { type RolePlay, rolePlayDraftSchema } from '@shared/domain/role-play/role-play.ts';
import { useRef, useState } from 'react';
import { CharacterFields } from './character-fields.tsx';
import { draftOf, type FormDraft, formOf, withNumber } from './draft.ts';
import { FormFrame } from './form-frame.tsx';
import { focusWrong, type Wrong, wrongOf } from './form-parts.tsx';
import { ScriptFields } from './script-fields.tsx';

/** What the hub takes goes out; what it would refuse is said at its field. */
const useSave = (rolePlay: RolePlay | null, draft: FormDraft, onDone: () => void) => {
  const request = useRequest();
  const [wrong, setWrong] = useState<Wrong>({});
  const form = useRef<HTMLFormElement>(null);
  const save = async () => {
    const checked = rolePlayDraftSchema.safeParse(draftOf(draft));
    setWrong(checked.success ? {} : wrongOf(checked.error));
    if (!checked.success) return focusWrong(form.current);
    const { id = null, version = null } = rolePlay ?? {};
    const saved = await request('training.save', { id, version, draft: checked.data });
    if (saved.ok) onDone();
  };
  return { wrong, form, save };
};

export const RolePlayForm = ({
  rolePlay,
  onClose,
}: {
  readonly rolePlay: RolePlay | null;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const numbers = useSlice('reference')?.numbers ?? [];
  const [firstBrand = ''] = useSlice('session')?.user?.brandIds ?? [];
  const [typed, setDraft] = useState(() => formOf(rolePlay, firstBrand, numbers));
  const draft = withNumber(typed, numbers);
  const { wrong, form, save } = useSave(rolePlay, draft, onClose);
  const change = (part: Partial<FormDraft>) => setDraft((now) => ({ ...now, ...part }));
  const remove = async (id: string) => {
    if ((await request('training.remove', { id })).ok) onClose();
  };
  return (
    <FormFrame
      label={t('playForm.title')}
      title={rolePlay === null ? t('rolePlay.newOne') : rolePlay.title}
      wrong={wrong}
      form={form}
      removal={
        rolePlay === null
          ? null
          : { words: t('playForm.remove'), onRemove: () => void remove(rolePlay.id) }
      }
      onSave={() => void save()}
      onClose={onClose}
    >
      <CharacterFields draft={draft} wrong={wrong} isNew={rolePlay === null} onChange={change} />
      <ScriptFields draft={draft} wrong={wrong} onChange={change} />
    </FormFrame>
  );
};
