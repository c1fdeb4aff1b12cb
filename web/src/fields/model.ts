export const FIELD_ENTITIES = ['lead', 'person', 'company'] as const;
export type FieldEntity = (typeof FIELD_ENTITIES)[number];

export const CUSTOM_TYPES = ['text', 'long_text', 'number', 'money', 'date', 'yes_no', 'choice', 'choices', 'phone', 'email', 'url'] as const;
export type CustomType = (typeof CUSTOM_TYPES)[number];

export interface Words {
  zh: string;
  en: string;
}

export interface FieldOption {
  value: string;
  label: Words;
  archived: boolean;
}

/** Something that may be told of a lead, a person or a company. */
export interface ProfileField {
  id: string | null;
  entity: FieldEntity;
  key: string;
  type: CustomType | 'time' | 'member' | 'channel' | 'campaign';
  label: Words;
  help: Words;
  required: boolean;
  options: FieldOption[];
  custom: boolean;
  archived: boolean;
}

/** As the server keeps them: several choices are a list, money is in fen, yes or no a word. */
export type FieldValue = string | string[];

export const fieldName = (field: Pick<ProfileField, 'entity' | 'key'>): string => `${field.entity}.${field.key}`;

export const hasOptions = (type: string): boolean => type === 'choice' || type === 'choices';
