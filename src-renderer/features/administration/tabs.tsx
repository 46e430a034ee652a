/** What each tab holds. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { BrandRules } from '@shared/domain/brand-rules/brand-rules.ts';
import type { Role } from '@shared/domain/user/user.ts';
import { type ComponentType, type ReactNode, useState } from 'react';
import styles from './administration.module.css';
import { AvoidedWordsSheet } from './avoided-words-sheet.tsx';
import { BrandSheet } from './brand-sheet.tsx';
import { CardsSheet } from './cards-sheet.tsx';
import { ConnectorsSheet } from './connectors-sheet.tsx';
import { DesktopRulesSheet } from './desktop-rules-sheet.tsx';
import { DevicesSheet } from './devices-sheet.tsx';
import { DispositionsSheet } from './dispositions-sheet.tsx';
import { ErasuresSheet, useErasures } from './erasures-sheet.tsx';
import { ExportsSheet } from './exports-sheet.tsx';
import { SelectField } from './fields.tsx';
import { HoursSheet } from './hours-sheet.tsx';
import { JournalSheet } from './journal-sheet.tsx';
import { KnowledgeRulesSheet } from './knowledge-rules-sheet.tsx';
import { LawRulesSheet } from './law-rules-sheet.tsx';
import { Loaded } from './loaded.tsx';
import { NumbersTable } from './numbers-table.tsx';
import { PrivacySheet } from './privacy-sheet.tsx';
import { QuarantineSheet } from './quarantine-sheet.tsx';
import { RecordingRulesSheet } from './recording-rules-sheet.tsx';
import { RetentionSheet } from './retention-sheet.tsx';
import { DelegationsSheet, PromisesSheet } from './rules-sheets.tsx';
import { SourcesSheet } from './sources-sheet.tsx';
import { TeamsSheet } from './teams-sheet.tsx';
import { useAdministration, useHub } from './use-administration.tsx';
import { UsersSheet } from './users-sheet.tsx';
import { WebhooksSheet } from './webhooks-sheet.tsx';

const css = styleNames(styles);

export const tabNames = [
  'overview',
  'users',
  'brands',
  'rules',
  'law',
  'sources',
  'quarantine',
  'exports',
  'retention',
  'journal',
  'privacy',
  'devices',
] as const;
export type TabName = (typeof tabNames)[number];

/** A brand manager has what the hub lets her do. */
export const tabsFor = (role: Role | undefined): readonly TabName[] => {
  if (role === 'administrator') return tabNames;
  return role === 'brand-manager' ? ['brands', 'rules', 'quarantine', 'exports'] : [];
};

const BrandChoice = ({
  brandId,
  onChoose,
}: {
  readonly brandId: string;
  readonly onChoose: (brandId: string) => void;
}) => {
  const { t } = useText();
  const brands = useBrands();
  return (
    <div className={css('choice')}>
      <SelectField
        label={t('admin.brand')}
        value={brandId}
        options={brands.map(({ id, name }) => ({ id, label: name }))}
        onChange={onChoose}
      />
    </div>
  );
};

const OfBrand = ({ children }: { readonly children: (brandId: string) => ReactNode }) => {
  const brands = useBrands();
  const [chosen, setChosen] = useState<string | null>(null);
  const brandId = chosen ?? brands[0]?.id;
  if (brandId === undefined) return null;
  return (
    <>
      <BrandChoice brandId={brandId} onChoose={setChosen} />
      {children(brandId)}
    </>
  );
};

const BrandOf = ({ brandId }: { readonly brandId: string }) => {
  const { known } = useHub('admin.brands', {});
  const role = useSlice('session')?.user?.role;
  return (
    <Loaded of={known}>
      {({ brands }) => {
        const brand = brands.find(({ id }) => id === brandId);
        return brand === undefined ? null : (
          <BrandSheet key={brandId} brand={brand}>
            <NumbersTable brandId={brandId} mayChange={role === 'administrator'} />
          </BrandSheet>
        );
      }}
    </Loaded>
  );
};

const RulesOf = ({ brandId }: { readonly brandId: string }) => {
  const { act } = useAdministration();
  const { known, reload } = useHub('admin.rules', { brandId });
  const change = async (version: number, rules: BrandRules) => {
    await act('admin.change-rules', { brandId, version, rules });
    // Also when somebody else was first: then hers are shown what they are now.
    await reload();
  };
  return (
    <Loaded of={known}>
      {({ version, rules }) => {
        const given = {
          rules,
          onChange: (part: Partial<BrandRules>) => void change(version, { ...rules, ...part }),
        };
        return (
          <>
            <HoursSheet {...given} />
            <DispositionsSheet brandId={brandId} />
            <PromisesSheet {...given} />
            <DelegationsSheet {...given} />
            <KnowledgeRulesSheet {...given} />
            <AvoidedWordsSheet {...given} />
            <CardsSheet {...given} />
            <RecordingRulesSheet brandId={brandId} />
          </>
        );
      }}
    </Loaded>
  );
};

const OverviewTab = () => {
  const { known } = useHub('admin.brands', {});
  return (
    <>
      <UsersSheet look="glance" />
      <Loaded of={known}>
        {({ brands: [brand] }) =>
          brand === undefined ? null : (
            <BrandSheet brand={brand} look="glance">
              <NumbersTable brandId={brand.id} mayChange={false} />
            </BrandSheet>
          )
        }
      </Loaded>
      <RetentionSheet look="glance" />
      <JournalSheet look="glance" />
    </>
  );
};

const UsersTab = () => (
  <>
    <UsersSheet />
    <TeamsSheet />
  </>
);

const SourcesTab = () => (
  <>
    <SourcesSheet />
    <ConnectorsSheet />
    <WebhooksSheet />
  </>
);

const DevicesTab = () => (
  <>
    <DevicesSheet />
    <DesktopRulesSheet />
  </>
);

const PrivacyTab = () => {
  const { known, reload } = useErasures();
  return (
    <>
      <PrivacySheet onDone={() => void reload()} />
      <ErasuresSheet known={known} />
    </>
  );
};

export const tabs: { readonly [name in TabName]: ComponentType } = {
  overview: OverviewTab,
  users: UsersTab,
  brands: () => <OfBrand>{(brandId) => <BrandOf brandId={brandId} />}</OfBrand>,
  rules: () => <OfBrand>{(brandId) => <RulesOf key={brandId} brandId={brandId} />}</OfBrand>,
  law: () => <LawRulesSheet />,
  sources: SourcesTab,
  quarantine: QuarantineSheet,
  exports: ExportsSheet,
  retention: () => <RetentionSheet />,
  journal: () => <JournalSheet />,
  privacy: PrivacyTab,
  devices: DevicesTab,
};
