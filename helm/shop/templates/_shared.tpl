{{/* (list $ name) */}}
{{- define "shop.selector" -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
{{- end }}

{{- define "shop.labels" -}}
{{ include "shop.selector" . }}
app.kubernetes.io/part-of: micro-ecommerce
app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
helm.sh/chart: {{ (index . 0).Chart.Name }}-{{ (index . 0).Chart.Version }}
{{- end }}

{{/* What a service is, over the defaults: (list $ name) */}}
{{- define "shop.service" -}}
{{- $ := index . 0 -}}
{{- mergeOverwrite (deepCopy $.Values.defaults) (deepCopy (get $.Values.services (index . 1))) | toYaml }}
{{- end }}

{{- define "shop.secret" -}}
{{ .Values.secrets.existingSecret | default "shop" }}
{{- end }}

{{/* (list $ NAME key), of the back ends */}}
{{- define "shop.backendPassword" -}}
- name: {{ index . 1 }}
  valueFrom:
    secretKeyRef: {name: {{ (index . 0).Values.backends.existingSecret }}, key: {{ index . 2 }}}
{{- end }}

{{/* What every pod has: (list $ service-account) */}}
{{- define "shop.pod" -}}
{{- $ := index . 0 -}}
serviceAccountName: {{ index . 1 }}
automountServiceAccountToken: false
# Kubernetes would set REDIS_PORT and the like from the names of Services.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
{{- with $.Values.images.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "shop.hardened" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
{{- end }}

{{/* Each pod asks for its sidecar itself, Jobs as well: whom they call wants mutual TLS. So it does not depend on the namespace's label. */}}
{{- define "shop.podLabels" -}}
{{ include "shop.labels" . }}
{{- if (index . 0).Values.istio.enabled }}
sidecar.istio.io/inject: "true"
{{- end }}
{{- end }}

{{/* Sidecars start before the container and, natively, end after it, in Jobs too. */}}
{{- define "shop.podAnnotations" -}}
{{- if .Values.istio.enabled -}}
sidecar.istio.io/nativeSidecar: "true"
proxy.istio.io/config: '{"holdApplicationUntilProxyStarts": true}'
{{- end -}}
{{- end }}

{{/* The heap follows the limit: (percentage) */}}
{{- define "shop.jvm" -}}
- name: JAVA_TOOL_OPTIONS
  value: -XX:MaxRAMPercentage={{ . }} -XX:+ExitOnOutOfMemoryError -Djava.net.preferIPv4Stack=true -Dfile.encoding=UTF-8 -Duser.home=/tmp
{{- end }}

{{/* The JDBC URL of a database and its login: (list $ database) */}}
{{- define "shop.postgres" -}}
{{- $ := index . 0 -}}
{{- $database := index . 1 -}}
{{- with $.Values.backends.postgres -}}
- name: POSTGRES_URL
  value: {{ printf "jdbc:postgresql://%s:%d/shop_%s%s" .host (int .port) $database (include "shop.postgresParameters" $) | quote }}
- name: POSTGRES_USER
  value: svc_{{ $database }}
{{ include "shop.backendPassword" (list $ "POSTGRES_PASSWORD" (printf "svc_%s.password" $database)) }}
{{- end }}
{{- end }}

{{/* What follows the name of a database in its URL: nothing, or ?a=b&c=d. The driver would look for a CA in the user's home, which has none. */}}
{{- define "shop.postgresParameters" -}}
{{- $parameters := .Values.backends.postgres.parameters -}}
{{- if regexMatch "(^|&)sslmode=verify-(ca|full)(&|$)" $parameters -}}
{{- if .Values.backends.caSecret -}}
{{- $parameters = printf "%s&sslrootcert=/etc/shop/backends-ca/ca.crt" $parameters -}}
{{- else if not (contains "sslfactory=" $parameters) -}}
{{- $parameters = printf "%s&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" $parameters -}}
{{- end -}}
{{- end -}}
{{- with $parameters }}?{{ . }}{{ end -}}
{{- end }}

{{/* The name that the mesh gives a back end outside it: (list $ backend). A TC has none, and of several name servers one will do. */}}
{{- define "shop.externalHost" -}}
{{- $ := index . 0 -}}
{{- if eq (index . 1) "seata" -}}
seata-server.external
{{- else if eq (index . 1) "rocketmq" -}}
{{ $.Values.backends.rocketmq.nameServer | splitList ";" | first | splitList ":" | first }}
{{- else -}}
{{ (get $.Values.backends (index . 1)).host }}
{{- end -}}
{{- end }}

{{/* Whether MongoDB is spoken to by TLS, or else nothing */}}
{{- define "shop.mongodbTls" -}}
{{- if regexMatch "(^|&)(tls|ssl)=true(&|$)" .Values.backends.mongodb.parameters }}yes{{ end }}
{{- end }}

{{- define "shop.caMount" -}}
{{- if .Values.backends.caSecret -}}
- {name: backends-ca, mountPath: /etc/shop/backends-ca, readOnly: true}
{{- end }}
{{- end }}

{{- define "shop.caVolume" -}}
{{- with .Values.backends.caSecret -}}
- name: backends-ca
  secret:
    secretName: {{ . }}
    defaultMode: 0440
    items:
      - {key: ca.crt, path: ca.crt}
{{- end }}
{{- end }}

{{/* The pods of a back end by what uses it, and their ports, inside the cluster. */}}
{{- define "shop.backendPods" -}}
postgres: {postgres: [5432]}
mongodb: {mongodb: [27017]}
redis: {redis: [6379]}
nacos: {nacos: [8848, 9848]}
rocketmq: {rocketmq-namesrv: [9876], rocketmq-broker: [10911, 10909]}
seata: {seata-server: [8091]}
{{- end }}

{{/* Whether a service mails, or else nothing: (list $ name) */}}
{{- define "shop.mails" -}}
{{- if and (index . 0).Values.mail.host (has (index . 1) (list "svc-customer" "svc-order")) }}yes{{ end }}
{{- end }}

{{/* Whether a service calls WeChat Pay, or else nothing: (list $ name) */}}
{{- define "shop.callsWeChatPay" -}}
{{- if and (index . 0).Values.weChatPay.enabled (eq (index . 1) "svc-payment") }}yes{{ end }}
{{- end }}

{{/* With Istio, whom an entry of `callers` stands for: (list $ caller) */}}
{{- define "shop.principal" -}}
{{- $ := index . 0 -}}
{{- if eq (index . 1) "ingress" -}}
{{ $.Values.istio.trustDomain }}/ns/{{ $.Values.istio.ingress.namespace }}/sa/{{ $.Values.istio.ingress.serviceAccount }}
{{- else -}}
{{ $.Values.istio.trustDomain }}/ns/{{ $.Release.Namespace }}/sa/{{ index . 1 }}
{{- end -}}
{{- end }}
