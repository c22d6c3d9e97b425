//go:build never

// Package exporters only names what go.mod is about: the exporter cannot be installed by itself, since a look-up for
// deprecated modules on its way fails, and can be built as a part of this module.
package exporters

import _ "github.com/prometheus/blackbox_exporter"
