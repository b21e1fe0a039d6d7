{{- define "backing.secret" -}}
{{ .Values.secrets.existingSecret | default "backing" }}
{{- end }}

{{/* A password as an environment variable: (list $ NAME key) */}}
{{- define "backing.password" -}}
- name: {{ index . 1 }}
  valueFrom:
    secretKeyRef: {name: {{ include "backing.secret" (index . 0) }}, key: {{ index . 2 }}}
{{- end }}

{{/* (list $ name) */}}
{{- define "backing.selector" -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
{{- end }}

{{- define "backing.labels" -}}
{{ include "backing.selector" . }}
app.kubernetes.io/part-of: micro-ecommerce
app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
helm.sh/chart: {{ (index . 0).Chart.Name }}-{{ (index . 0).Chart.Version }}
{{- end }}

{{/* (list $ image-name) */}}
{{- define "backing.image" -}}
{{- $ := index . 0 -}}
{{ $.Values.images.repository }}/{{ index . 1 }}:{{ $.Values.images.tag | default $.Chart.AppVersion }}
{{- end }}

{{/* What every pod has: (list $ name uid) */}}
{{- define "backing.pod" -}}
{{- $ := index . 0 -}}
serviceAccountName: {{ index . 1 }}
automountServiceAccountToken: false
# Kubernetes would set REDIS_PORT and the like from the names of Services.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ index . 2 }}
  runAsGroup: {{ index . 2 }}
  fsGroup: {{ index . 2 }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: {type: RuntimeDefault}
{{- with $.Values.images.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "backing.hardened" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
{{- end }}

{{/* A probe of a port that opens when the server is ready: (list port) */}}
{{- define "backing.tcpProbes" -}}
startupProbe:
  tcpSocket: {port: {{ index . 0 }}}
  periodSeconds: 3
  failureThreshold: 80
livenessProbe:
  tcpSocket: {port: {{ index . 0 }}}
  periodSeconds: 10
  failureThreshold: 6
readinessProbe:
  tcpSocket: {port: {{ index . 0 }}}
  periodSeconds: 5
{{- end }}

{{/* Each pod asks for its sidecar itself, Jobs as well: whom they call wants mutual TLS. So it does not depend on the namespace's label. */}}
{{- define "backing.podLabels" -}}
{{ include "backing.labels" . }}
{{- if (index . 0).Values.istio.enabled }}
sidecar.istio.io/inject: "true"
{{- end }}
{{- end }}

{{/* Sidecars start before the container and, natively, end after it, in Jobs too. */}}
{{- define "backing.podAnnotations" -}}
{{- if .Values.istio.enabled -}}
sidecar.istio.io/nativeSidecar: "true"
proxy.istio.io/config: '{"holdApplicationUntilProxyStarts": true}'
{{- end -}}
{{- end }}

{{/* The heap follows the limit; a process without memory must die and be seen. */}}
{{- define "backing.jvm" -}}
- name: JAVA_TOOL_OPTIONS
  value: -XX:MaxRAMPercentage=60 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Djava.net.preferIPv4Stack=true -Dfile.encoding=UTF-8
{{- end }}

{{/* What follows the name of a database in the URL of an external PostgreSQL: nothing, or ?a=b&c=d; as in the chart `shop`. */}}
{{- define "backing.externalPostgresParameters" -}}
{{- if not .Values.postgres.enabled -}}
{{- $parameters := .Values.postgres.external.parameters -}}
{{- if regexMatch "(^|&)sslmode=verify-(ca|full)(&|$)" $parameters -}}
{{- if .Values.postgres.external.caSecret -}}
{{- $parameters = printf "%s&sslrootcert=/etc/shop/backends-ca/ca.crt" $parameters -}}
{{- else if not (contains "sslfactory=" $parameters) -}}
{{- $parameters = printf "%s&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" $parameters -}}
{{- end -}}
{{- end -}}
{{- with $parameters }}?{{ . }}{{ end -}}
{{- end -}}
{{- end }}

{{/* A volume claim of a StatefulSet: (list $ size) */}}
{{- define "backing.claim" -}}
{{- $ := index . 0 -}}
volumeClaimTemplates:
  - apiVersion: v1
    kind: PersistentVolumeClaim
    metadata:
      name: data
    spec:
      accessModes: [ReadWriteOnce]
      {{- with $.Values.storageClassName }}
      storageClassName: {{ . }}
      {{- end }}
      resources: {requests: {storage: {{ index . 1 }}}}
{{- end }}

{{/* What is rendered, by name: pods, and the ports that others may connect to. */}}
{{- define "backing.servers" -}}
{{- if .Values.postgres.enabled }}
postgres: {ports: [5432]}
{{- end }}
{{- if .Values.mongodb.enabled }}
mongodb: {ports: [27017]}
{{- end }}
{{- if .Values.redis.enabled }}
redis: {ports: [6379]}
{{- end }}
{{- if .Values.rocketmq.enabled }}
rocketmq-namesrv: {ports: [9876]}
rocketmq-broker: {ports: [10911, 10909]}
{{- end }}
{{- if .Values.nacos.enabled }}
nacos: {ports: [8848, 9848]}
{{- end }}
{{- if .Values.seata.enabled }}
seata-server: {ports: [8091]}
{{- end }}
{{- end }}
