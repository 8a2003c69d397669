import { COLUMN_KINDS, REPORT_VIEWS, type ReportView } from './report-views.js';

const NAMESPACE = 'Yotei';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function entityType({ name, about, key, columns }: ReportView): string {
  const keys = key.map((column) => `<PropertyRef Name="${column}"/>`).join('');
  const properties = Object.entries(columns).map(([column, kind]) => {
    const isKey = key.includes(column);
    // The precision of instants is that of Postgres.
    const precision = COLUMN_KINDS[kind] === 'Edm.DateTimeOffset' ? ' Precision="6"' : '';
    return `<Property Name="${column}" Type="${COLUMN_KINDS[kind]}"${isKey ? ' Nullable="false"' : ''}${precision}/>`;
  });
  const words = `<Annotation Term="Org.OData.Core.V1.Description" String="${escaped(about)}"/>`;
  return `<EntityType Name="${name}"><Key>${keys}</Key>${properties.join('')}${words}</EntityType>`;
}

/** The views as an OData 4.0 CSDL document: what Power BI, Excel and others read before they ask for rows. */
export function odataMetadata(): string {
  const sets = REPORT_VIEWS.map(({ name }) => `<EntitySet Name="${name}" EntityType="${NAMESPACE}.${name}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml"><edmx:Include Namespace="Org.OData.Core.V1"/></edmx:Reference>
<edmx:DataServices><Schema Namespace="${NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">
${REPORT_VIEWS.map(entityType).join('\n')}
<EntityContainer Name="Reports">${sets.join('')}</EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>
`;
}

/** What there is to read, by name. */
export function odataServiceDocument(base: string): object {
  return {
    '@odata.context': `${base}/$metadata`,
    value: REPORT_VIEWS.map(({ name }) => ({ name, kind: 'EntitySet', url: name })),
  };
}
