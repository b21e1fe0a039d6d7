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
  description = "minikube, or external where the back ends stand elsewhere."
  validation {
    condition     = contains(["minikube", "external"], var.profile)
    error_message = "Both charts have the profiles minikube and external."
  }
}

locals {
  images = yamlencode({ images = { repository = var.repository, tag = var.tag } })
}

resource "helm_release" "backing" {
  name             = "backing"
  namespace        = var.namespace
  create_namespace = true
  chart            = "${path.module}/../backing"
  values           = [file("${path.module}/../backing/profiles/${var.profile}.yaml"), local.images]
  timeout          = 900
}

resource "helm_release" "shop" {
  name       = "shop"
  namespace  = var.namespace
  chart      = "${path.module}/../shop"
  values     = [file("${path.module}/../shop/profiles/${var.profile}.yaml"), local.images]
  timeout    = 900
  depends_on = [helm_release.backing]
}
