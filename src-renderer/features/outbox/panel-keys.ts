/** Whether a panel answers to the digits: one of several that are shown does. */
export type PanelKeys = 'own' | 'none';
