/** Where the agency is: a commune by its name or postcode. */

import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { TextField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Commune } from '@shared/contracts/http/communes.ts';
import { useState } from 'react';
import styles from './plan.module.css';

const css = styleNames(styles);
const shownAtMost = 6;

export const CommuneSearch = ({ onChoose }: { readonly onChoose: (commune: Commune) => void }) => {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { known } = useAsked('planning.communes', text.length < 2 ? null : { search: text });
  const found = text.length < 2 ? [] : (known?.value?.communes ?? []);
  const nothing = known !== null && text.length >= 2 && found.length === 0 && known.code === null;
  return (
    <div>
      <TextField
        label={t('planning.area.agency')}
        hint={nothing ? t('planning.area.noCommune') : t('planning.area.agencyHint')}
        value={typed}
        onChange={(value) => setTyped(value.slice(0, 60))}
      />
      {found.length === 0 ? null : (
        <ul className={css('hits')} aria-label={t('planning.area.found')}>
          {found.slice(0, shownAtMost).map((commune) => (
            <li key={commune.code}>
              <button
                type="button"
                onClick={() => {
                  setTyped('');
                  onChoose(commune);
                }}
              >
                {commune.name} <small>{commune.postcodes[0] ?? commune.department}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
