import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText } from '../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'One thing the reader was told.' })
export class Notice {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => LocalText, { description: 'What changed.' }) readonly text!: LocalText;
  @Field(() => LocalText, { nullable: true, description: 'What the reader is to do.' })
  readonly todo!: LocalText | null;
  @Field(() => String, { nullable: true, description: 'Page of the web app that shows it.' }) readonly path!:
    string | null;
  @Field(() => Boolean) readonly urgent!: boolean;
  @Field(() => DateTimeScalar, { nullable: true }) readonly seenAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly acknowledgedAt!: Instant | null;
}

@ObjectType()
export class NoticeList {
  @Field(() => [Notice]) readonly notices!: Notice[];
  @Field(() => Int) readonly unseenCount!: number;
}

export enum MailMode {
  NOW = 'now',
  DIGEST = 'digest',
  OFF = 'off',
}
registerEnumType(MailMode, { name: 'MailMode', description: 'DIGEST: one mail a day; urgent notices come at once.' });

export enum NoticeLanguage {
  EN = 'en',
  JA = 'ja',
}
registerEnumType(NoticeLanguage, { name: 'NoticeLanguage' });

export enum DayAlertChoice {
  OFF = 'off',
  APP = 'app',
  PUSH = 'push',
}
registerEnumType(DayAlertChoice, {
  name: 'DayAlertChoice',
  description: 'Alerts of the day: not at all, in the app, or in the app and on devices.',
});

@ObjectType({ description: 'A browser of the reader that takes pushes.' })
export class PushDevice {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly label!: string;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Last push taken.' })
  readonly deliveredAt!: Instant | null;
}

@ObjectType({ description: 'How the reader is told outside the app. Minutes are of the local day.' })
export class NoticeSettings {
  @Field(() => NoticeLanguage) readonly language!: NoticeLanguage;
  @Field(() => MailMode) readonly mail!: MailMode;
  @Field(() => Boolean) readonly push!: boolean;
  @Field(() => Int, { nullable: true }) readonly quietFromMinute!: number | null;
  @Field(() => Int, { nullable: true }) readonly quietUntilMinute!: number | null;
  @Field(() => Int) readonly digestMinute!: number;
  @Field(() => Boolean, { description: 'Urgent notices come in quiet hours too.' }) readonly urgentAnyway!: boolean;
  @Field(() => String) readonly zone!: string;
  @Field(() => DayAlertChoice, { nullable: true, description: 'Null: nothing chosen; in the app for supervisors.' })
  readonly dayAlerts!: DayAlertChoice | null;
  @Field(() => Boolean, { description: 'Whether this centre sends mail at all.' }) readonly mailIsOn!: boolean;
  @Field(() => String, { description: 'Key the browser needs to ask for pushes.' }) readonly pushPublicKey!: string;
  @Field(() => [PushDevice]) readonly devices!: PushDevice[];
}

@InputType()
export class NoticeSettingsInput {
  @Field(() => NoticeLanguage) readonly language!: NoticeLanguage;
  @Field(() => MailMode) readonly mail!: MailMode;
  @Field(() => Boolean) readonly push!: boolean;
  @Field(() => Int, { nullable: true }) readonly quietFromMinute?: number | null;
  @Field(() => Int, { nullable: true }) readonly quietUntilMinute?: number | null;
  @Field(() => Int) readonly digestMinute!: number;
  @Field(() => Boolean) readonly urgentAnyway!: boolean;
  @Field(() => String) readonly zone!: string;
  @Field(() => DayAlertChoice, { nullable: true, description: 'Absent or null: nothing chosen.' })
  readonly dayAlerts?: DayAlertChoice | null;
}

@InputType({ description: 'A PushSubscription of the browser.' })
export class PushDeviceInput {
  @Field(() => String) readonly endpoint!: string;
  @Field(() => String) readonly p256dh!: string;
  @Field(() => String) readonly auth!: string;
  @Field(() => String) readonly label!: string;
}

export const NoticeSettingsResult = createUnionType({
  name: 'NoticeSettingsResult',
  types: () => [NoticeSettings, InvalidInput] as const,
});
