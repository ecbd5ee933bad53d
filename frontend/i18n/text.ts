/** A text with `{placeholders}`, or its forms by plural category of the placeholder `{count}`. */
export type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type Values = Record<string, string | number>;
