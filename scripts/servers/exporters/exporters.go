//go:build never

// Package exporters only names what go.mod is about: these exporters cannot be installed by themselves, since a look-up
// for deprecated modules on the way fails, and can be built as parts of this module.
package exporters

import (
	_ "github.com/prometheus-community/postgres_exporter/cmd/postgres_exporter"
	_ "github.com/prometheus/blackbox_exporter"
)
