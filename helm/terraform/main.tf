# The two releases, for a cluster that Terraform keeps. The images must be where `repository` says; see ../README.md.

terraform {
  required_version = ">= 1.6"
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = ">= 3.0"
    }
  }
}

variable "namespace" {
  type    = string
  default = "shop"
}

variable "repository" {
  type        = string
  description = "Where the images are, such as registry.example.com/shop."
}

variable "tag" {
  type        = string
  description = "Which version of them."
}

variable "profile" {
  type        = string
  default     = "minikube"
  description = "minikube, or production, where the back ends stand elsewhere: say where in backing_values and shop_values."
  validation {
    condition     = contains(["minikube", "production"], var.profile)
    error_message = "The profile is minikube or production."
  }
}

variable "backing_values" {
  type        = list(string)
  default     = []
  description = "Values of yours for the chart backing, in YAML, over those of the profile."
}

variable "shop_values" {
  type        = list(string)
  default     = []
  description = "Values of yours for the chart shop, in YAML, over those of the profile."
}

locals {
  images = yamlencode({ images = { repository = var.repository, tag = var.tag } })
  profiles = {
    minikube   = { backing = ["minikube"], shop = ["minikube"] }
    production = { backing = ["external"], shop = ["production", "external"] }
  }[var.profile]
}

resource "helm_release" "backing" {
  name             = "backing"
  namespace        = var.namespace
  create_namespace = true
  chart            = "${path.module}/../backing"
  values = concat(
    [for profile in local.profiles.backing : file("${path.module}/../backing/profiles/${profile}.yaml")],
    [local.images], var.backing_values
  )
  # The services want the accounts that a Job makes in Nacos.
  wait_for_jobs = true
  timeout       = 900
}

resource "helm_release" "shop" {
  name      = "shop"
  namespace = var.namespace
  chart     = "${path.module}/../shop"
  values = concat(
    [for profile in local.profiles.shop : file("${path.module}/../shop/profiles/${profile}.yaml")],
    [local.images], var.shop_values
  )
  timeout    = 900
  depends_on = [helm_release.backing]
}
